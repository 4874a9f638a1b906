import { Button, Spinner } from "@fluentui/react-components";
import { GanttChartRegular } from "@fluentui/react-icons/svg/gantt-chart";
import { DocumentTableRegular } from "@fluentui/react-icons/svg/document-table";
import type { ReactElement } from "react";
import type { Receipt } from "../../workbook/book";
import { useBook, usePane } from "../context";
import { useLayout } from "../ui/layout";
import { useWrite } from "../ui/useWrite";
import { riskReader } from "./riskRequest";
import type { RiskState } from "./riskService";
import { useRiskTexts } from "./useRiskTexts";

/** A write that takes a while; before the forecasts are complete there is nothing whole to write. */
function SheetButton(props: {
  label: string;
  icon: ReactElement;
  complete: boolean;
  make: () => Promise<Receipt>;
}) {
  const { sheets: texts } = useRiskTexts();
  const { busy, write } = useWrite();
  return (
    <Button
      size="small"
      icon={busy ? <Spinner size="extra-tiny" /> : props.icon}
      disabledFocusable={busy || !props.complete}
      title={props.complete ? undefined : texts.wait}
      onClick={() => void write(props.make)}
    >
      {busy ? texts.making : props.label}
    </Button>
  );
}

/** The sheets that are made of the forecasts, in the workbook's own language. */
export function SheetButtons({ state, complete }: { state: RiskState; complete: boolean }) {
  const layout = useLayout();
  const { sheets: texts } = useRiskTexts();
  const { workbook } = usePane();
  const book = useBook();
  const makeReport = async () => {
    const { weeklyReport } = await import(
      /* webpackChunkName: "report-content" */ "../../registers/weeklyReport"
    );
    const { asOf, lang } = book.settings;
    return workbook.makeWeeklyReport(
      weeklyReport(
        {
          asOf,
          orders: book.tables.orders?.rows ?? [],
          inspections: book.tables.inspections?.rows ?? [],
          risks: [...state.risks.values()],
          templates: riskReader(book).basis.templates,
        },
        lang,
      ),
    );
  };
  return (
    <div className={layout.row}>
      <SheetButton
        label={texts.report}
        icon={<DocumentTableRegular />}
        complete={complete}
        make={makeReport}
      />
      {/* Its formulas look into the table: it waits for no forecast. */}
      <SheetButton
        label={texts.gantt}
        icon={<GanttChartRegular />}
        complete
        make={() => workbook.makeGantt(book.settings.lang)}
      />
    </div>
  );
}
