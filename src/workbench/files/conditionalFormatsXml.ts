import { xmlEncode, xmlEncodeAttr } from "@cj-tech-master/excelts/xml";
import { address, parseRef } from "./a1";
import type { FileConditionalFormat, FileRuleStyle, FileThreshold } from "./fileBook";
import { colorXml } from "./ruleStyles";
import type { StoredFormulas } from "./storedFormula";

/** Icon sets that came with Excel 2010 stand in the extension alone. */
const NEWER_ICONS = ["3Triangles", "3Stars", "5Boxes"];

const X14 = `xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"`;
const XM = `xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"`;

/** The rules of one sheet as its own sections and as an extension, where Excel 2010's additions stand. */
export function conditionalFormatsXml(
  formats: readonly FileConditionalFormat[],
  formulas: StoredFormulas,
  styleId: (style: FileRuleStyle) => number,
  sheetNumber: number,
): { sections: string; extension: string } {
  const sections: string[] = [];
  const extensions: string[] = [];
  for (const [index, format] of formats.entries()) {
    if (format.refs.length === 0) continue;
    // Any unique id will do; one made from the place keeps the bytes the same from save to save.
    const id =
      `{00000000-0000-4000-8000-${sheetNumber.toString(16).padStart(4, "0")}${(index + 1).toString(16).padStart(8, "0")}}`.toUpperCase();
    const alone = format.type === "iconSet" && NEWER_ICONS.includes(format.icons);
    const extended = extendedRule(format, id, formulas);
    if (!alone) {
      const rule = plainRule(format, formulas, styleId, extended === undefined ? undefined : id);
      sections.push(
        `<conditionalFormatting sqref="${format.refs.join(" ")}">${rule}</conditionalFormatting>`,
      );
    }
    if (extended !== undefined) {
      extensions.push(
        `<x14:conditionalFormatting ${XM}>${extended}<xm:sqref>${format.refs.join(" ")}</xm:sqref></x14:conditionalFormatting>`,
      );
    }
  }
  const extension =
    extensions.length === 0
      ? ""
      : `<ext ${X14} uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}"><x14:conditionalFormattings>${extensions.join("")}</x14:conditionalFormattings></ext>`;
  return { sections: sections.join(""), extension };
}

/** Excel keeps, with every rule about texts, blanks and errors, the formula that says the same. */
function equivalent(format: FileConditionalFormat, cell: string): string | undefined {
  const text = format.type === "text" ? `"${format.text.replaceAll('"', '""')}"` : "";
  switch (format.type) {
    case "text":
      if (format.operator === "beginsWith") return `LEFT(${cell},LEN(${text}))=${text}`;
      if (format.operator === "endsWith") return `RIGHT(${cell},LEN(${text}))=${text}`;
      return format.operator === "containsText"
        ? `NOT(ISERROR(SEARCH(${text},${cell})))`
        : `ISERROR(SEARCH(${text},${cell}))`;
    case "blanks":
      return `LEN(TRIM(${cell}))${format.not ? ">" : "="}0`;
    case "errors":
      return format.not ? `NOT(ISERROR(${cell}))` : `ISERROR(${cell})`;
    case "period":
      return PERIODS[format.period]?.replaceAll("$", cell);
    default:
      return undefined;
  }
}

const PERIODS: Record<string, string> = {
  today: "FLOOR($,1)=TODAY()",
  yesterday: "FLOOR($,1)=TODAY()-1",
  tomorrow: "FLOOR($,1)=TODAY()+1",
  last7Days: "AND(TODAY()-FLOOR($,1)<=6,FLOOR($,1)<=TODAY())",
  thisWeek: "AND(TODAY()-ROUNDDOWN($,0)<=WEEKDAY(TODAY())-1,ROUNDDOWN($,0)-TODAY()<=7-WEEKDAY(TODAY()))",
  lastWeek: "AND(TODAY()-ROUNDDOWN($,0)>=(WEEKDAY(TODAY())),TODAY()-ROUNDDOWN($,0)<(WEEKDAY(TODAY())+7))",
  nextWeek: "AND(ROUNDDOWN($,0)-TODAY()>(7-WEEKDAY(TODAY())),ROUNDDOWN($,0)-TODAY()<(15-WEEKDAY(TODAY())))",
  thisMonth: "AND(MONTH($)=MONTH(TODAY()),YEAR($)=YEAR(TODAY()))",
  lastMonth: "AND(MONTH($)=MONTH(EDATE(TODAY(),0-1)),YEAR($)=YEAR(EDATE(TODAY(),0-1)))",
  nextMonth: "AND(MONTH($)=MONTH(EDATE(TODAY(),0+1)),YEAR($)=YEAR(EDATE(TODAY(),0+1)))",
};

const TEXT_TYPES = {
  containsText: "containsText",
  notContains: "notContainsText",
  beginsWith: "beginsWith",
  endsWith: "endsWith",
} as const;

/** The rule's type and its own attributes, as the file names them. */
function typeAttributes(format: FileConditionalFormat): Record<string, string | number | undefined> {
  switch (format.type) {
    case "cellIs":
      return { type: "cellIs", operator: format.operator };
    case "text":
      return { type: TEXT_TYPES[format.operator], operator: format.operator, text: format.text };
    case "blanks":
      return { type: format.not ? "notContainsBlanks" : "containsBlanks" };
    case "errors":
      return { type: format.not ? "notContainsErrors" : "containsErrors" };
    case "duplicates":
      return { type: format.unique ? "uniqueValues" : "duplicateValues" };
    case "top":
      return {
        type: "top10",
        percent: format.percent ? 1 : undefined,
        bottom: format.bottom ? 1 : undefined,
        rank: format.rank,
      };
    case "average":
      return { type: "aboveAverage", aboveAverage: format.above ? undefined : 0 };
    case "period":
      return { type: "timePeriod", timePeriod: format.period };
    default:
      return { type: format.type };
  }
}

function plainRule(
  format: FileConditionalFormat,
  formulas: StoredFormulas,
  styleId: (style: FileRuleStyle) => number,
  companion: string | undefined,
): string {
  const first = parseRef(format.refs[0]!);
  const cell = first ? address(first.top, first.left) : "A1";
  const attributes = {
    ...typeAttributes(format),
    ...("style" in format && { dxfId: styleId(format.style) }),
    priority: format.priority,
    stopIfTrue: format.stopIfTrue ? 1 : undefined,
  };
  const written = Object.entries(attributes).map(([name, value]) =>
    value === undefined ? "" : ` ${name}="${xmlEncodeAttr(String(value))}"`,
  );
  const given =
    format.type === "cellIs" ? format.formulas : format.type === "expression" ? [format.formula] : [];
  const stored = given.map((formula) => formulas.store(formula));
  const said = equivalent(format, cell);
  const inner = [...stored, ...(said === undefined ? [] : [said])]
    .map((formula) => `<formula>${xmlEncode(formula)}</formula>`)
    .join("");
  const link = companion
    ? `<extLst><ext ${X14} uri="{B025F937-C7B1-47D3-B67F-A62EFF666E3E}"><x14:id>${companion}</x14:id></ext></extLst>`
    : "";
  return `<cfRule${written.join("")}>${inner}${scaleXml(format, formulas)}${link}</cfRule>`;
}

/** Thresholds before Excel 2010 know no automatic ends. */
function thresholdXml({ type, value }: FileThreshold, formulas: StoredFormulas): string {
  const plain = type === "autoMin" ? "min" : type === "autoMax" ? "max" : type;
  const stored = value !== undefined && type === "formula" ? formulas.store(value) : value;
  return `<cfvo type="${plain}"${stored === undefined ? "" : ` val="${xmlEncodeAttr(stored)}"`}/>`;
}

function scaleXml(format: FileConditionalFormat, formulas: StoredFormulas): string {
  switch (format.type) {
    case "colorScale": {
      const thresholds = format.stops.map(({ threshold }) => thresholdXml(threshold, formulas)).join("");
      return `<colorScale>${thresholds}${format.stops.map(({ color }) => colorXml("color", color)).join("")}</colorScale>`;
    }
    case "dataBar":
      return (
        `<dataBar${format.showValue ? "" : ` showValue="0"`}>${thresholdXml(format.min, formulas)}${thresholdXml(format.max, formulas)}` +
        `${colorXml("color", format.color)}</dataBar>`
      );
    case "iconSet":
      return (
        `<iconSet iconSet="${format.icons}"${format.showValue ? "" : ` showValue="0"`}${format.reverse ? ` reverse="1"` : ""}>` +
        `${format.thresholds.map((threshold) => thresholdXml(threshold, formulas)).join("")}</iconSet>`
      );
    default:
      return "";
  }
}

function extendedRule(
  format: FileConditionalFormat,
  id: string,
  formulas: StoredFormulas,
): string | undefined {
  const threshold = ({ type, value }: FileThreshold): string => {
    const stored = value !== undefined && type === "formula" ? formulas.store(value) : value;
    return stored === undefined
      ? `<x14:cfvo type="${type}"/>`
      : `<x14:cfvo type="${type}"><xm:f>${xmlEncode(stored)}</xm:f></x14:cfvo>`;
  };
  if (format.type === "dataBar") {
    const automatic = format.min.type === "autoMin" || format.max.type === "autoMax";
    if (format.gradient && !automatic) return undefined;
    return (
      `<x14:cfRule type="dataBar" id="${id}"><x14:dataBar minLength="0" maxLength="100"${format.gradient ? "" : ` gradient="0"`}>` +
      `${threshold(format.min)}${threshold(format.max)}<x14:negativeFillColor rgb="FFFF0000"/><x14:axisColor rgb="FF000000"/></x14:dataBar></x14:cfRule>`
    );
  }
  if (format.type === "iconSet" && NEWER_ICONS.includes(format.icons)) {
    return (
      `<x14:cfRule type="iconSet" priority="${format.priority}" id="${id}"><x14:iconSet iconSet="${format.icons}"` +
      `${format.showValue ? "" : ` showValue="0"`}${format.reverse ? ` reverse="1"` : ""}>${format.thresholds.map(threshold).join("")}</x14:iconSet></x14:cfRule>`
    );
  }
  return undefined;
}
