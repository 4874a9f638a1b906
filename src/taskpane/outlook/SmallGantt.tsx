import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useLang } from "../context";
import { shortDate } from "../ui/dates";
import { ganttDays, type GanttRow } from "./ganttRows";
import { fitText, textWidth } from "./fitText";
import { timeScale } from "./timeScale";
import { useWidth } from "./useWidth";
import { useOutlookTexts } from "./useOutlookTexts";

const useStyles = makeStyles({
  root: { width: "100%", minWidth: 0 },
  chart: { display: "block", fontFamily: "inherit", fontVariantNumeric: "tabular-nums" },
  name: { fill: tokens.colorNeutralForeground1, fontSize: "12px", fontWeight: 600 },
  fact: { fill: tokens.colorNeutralForeground2, fontSize: "12px" },
  bad: { fill: tokens.colorPaletteRedForeground1 },
  axis: { fill: tokens.colorNeutralForeground3, fontSize: "12px" },
  grid: { fill: "none", stroke: tokens.colorNeutralStroke3, strokeWidth: 1 },
  today: { fill: "none", stroke: tokens.colorBrandStroke1, strokeWidth: 1.5, strokeDasharray: "3 3" },
  todayName: { fill: tokens.colorBrandForeground1, fontSize: "12px", fontWeight: 600 },
  due: { fill: "none", stroke: tokens.colorNeutralForeground1, strokeWidth: 1.5 },
  dueName: { fill: tokens.colorNeutralForeground1, fontSize: "12px", fontWeight: 600 },
  spread: { fill: tokens.colorBrandBackground, opacity: 0.28 },
  spreadBad: { fill: tokens.colorPaletteRedBackground3, opacity: 0.28 },
  lateLine: { stroke: tokens.colorPaletteRedBackground3, strokeWidth: 3 },
  earlyLine: { stroke: tokens.colorPaletteGreenBackground3, strokeWidth: 3 },
  plan: { stroke: tokens.colorNeutralForeground2, strokeWidth: 2 },
  actual: { fill: tokens.colorPaletteGreenForeground1 },
  actualLate: { fill: tokens.colorPaletteRedForeground1 },
  forecast: { fill: tokens.colorBrandForeground1, stroke: tokens.colorNeutralBackground1, strokeWidth: 1 },
  forecastBad: {
    fill: tokens.colorPaletteRedForeground1,
    stroke: tokens.colorNeutralBackground1,
    strokeWidth: 1,
  },
  legend: {
    display: "flex",
    flexWrap: "wrap",
    gap: "4px 12px",
    fontSize: "12px",
    lineHeight: "16px",
    color: tokens.colorNeutralForeground2,
  },
  key: { display: "inline-flex", alignItems: "center", gap: "4px" },
});

const head = 20;
const rowHeight = 38;
const foot = 20;
/** What is written of a milestone stands above its lane. */
const words = 18;
const side = 6;
/** Room for "28 Sep" or 10月28日. */
const labelRoom = 52;
/** Between a name and what is said of it. */
const gap = 12;

const diamond = (x: number, y: number) => `M${x} ${y - 6}L${x + 6} ${y}L${x} ${y + 6}L${x - 6} ${y}Z`;

function Key({ children, name }: { children: React.ReactNode; name: string }) {
  const styles = useStyles();
  return (
    <span className={styles.key}>
      <svg width={16} height={14} aria-hidden>
        {children}
      </svg>
      {name}
    </span>
  );
}

/** Milestones down, days across. The same is told by the table that can be shown instead. */
export function SmallGantt(props: {
  rows: readonly GanttRow[];
  label: (milestone: string) => string;
  /** Said to those who do not see it. */
  summary: string;
  asOf: number;
  due: number | undefined;
}) {
  const styles = useStyles();
  const texts = useOutlookTexts();
  const lang = useLang();
  const [root, width] = useWidth<HTMLDivElement>();
  const { rows, label, asOf, due } = props;
  const scale = timeScale(ganttDays(rows, asOf, due), { left: side, right: width - side, label: labelRoom });
  const bottom = head + rows.length * rowHeight;
  const date = (day: number) => shortDate(day, lang, asOf);
  /** A day through the lanes of all milestones, but not through what is written between them. */
  const through = (day: number) =>
    rows
      .map((_, index) => head + index * rowHeight)
      .map((top) => `M${scale.x(day)} ${top + words}V${top + rowHeight}`)
      .join("");
  const atEdge = (day: number) => scale.x(day) > width - 48;
  /** Beside its line, on the side where there is room; before the other's word where that stands at the edge. */
  const mark = (day: number, other: number | undefined) => {
    const x = scale.x(day);
    const before = other !== undefined && day < other;
    if (!atEdge(day) && !(before && x > 48)) return { x: x + 4, y: 14, textAnchor: "start" as const };
    const end = before && atEdge(other) ? Math.min(x - 4, scale.x(other) - 44) : x - 4;
    return { x: end, y: 14, textAnchor: "end" as const };
  };
  const fact = ({ state, date: day, late, float }: GanttRow) => {
    if (state === "doneUnseen") return texts.doneUnseen;
    const on = day === undefined ? "" : date(day);
    const parts = [state === "done" ? texts.actual(on) : state === "supposed" ? texts.supposed(on) : on];
    if (late !== undefined && late !== 0) {
      parts.push(late > 0 ? texts.shortLate(late) : texts.shortEarly(-late));
    }
    if (float !== undefined) parts.push(texts.shortFloat(float));
    return parts.join(" · ");
  };
  return (
    <div ref={root} className={styles.root}>
      <svg
        className={styles.chart}
        role="img"
        aria-label={props.summary}
        width={width}
        height={bottom + foot}
        viewBox={`0 0 ${width} ${bottom + foot}`}
      >
        {scale.ticks.map((tick) => (
          <g key={tick}>
            <path className={styles.grid} d={through(tick)} />
            <text
              className={styles.axis}
              x={Math.min(Math.max(scale.x(tick), 22), width - 22)}
              y={bottom + 15}
              textAnchor="middle"
            >
              {date(tick)}
            </text>
          </g>
        ))}
        <path className={styles.today} d={`M${scale.x(asOf)} 4V${head}${through(asOf)}`} />
        <text className={styles.todayName} {...mark(asOf, due)}>
          {texts.today}
        </text>
        {due !== undefined && (
          <>
            <path className={styles.due} d={`M${scale.x(due)} 4V${head}${through(due)}`} />
            <text className={styles.dueName} {...mark(due, asOf)}>
              {texts.dueMark}
            </text>
          </>
        )}
        {rows.map((row, index) => {
          const top = head + index * rowHeight;
          const y = top + 27;
          const { plan, date: day, p10, p90, late, state, endangers } = row;
          const said = fact(row);
          return (
            <g key={row.milestone}>
              <line className={styles.grid} x1={0} x2={width} y1={top + rowHeight} y2={top + rowHeight} />
              {p10 !== undefined && p90 !== undefined && (
                <rect
                  className={endangers ? styles.spreadBad : styles.spread}
                  x={scale.x(p10) - 1}
                  width={Math.max(2, scale.x(p90) - scale.x(p10) + 2)}
                  y={y - 5}
                  height={10}
                  rx={5}
                />
              )}
              {plan !== undefined && day !== undefined && late !== undefined && late !== 0 && (
                <line
                  className={late > 0 ? styles.lateLine : styles.earlyLine}
                  x1={scale.x(plan)}
                  x2={scale.x(day)}
                  y1={y}
                  y2={y}
                />
              )}
              {plan !== undefined && (
                <line className={styles.plan} x1={scale.x(plan)} x2={scale.x(plan)} y1={y - 7} y2={y + 7} />
              )}
              {day !== undefined && (state === "done" || state === "supposed") && (
                <circle
                  className={(late ?? 0) > 0 ? styles.actualLate : styles.actual}
                  cx={scale.x(day)}
                  cy={y}
                  r={4.5}
                />
              )}
              {day !== undefined && state === "open" && (
                <path
                  className={endangers ? styles.forecastBad : styles.forecast}
                  d={diamond(scale.x(day), y)}
                />
              )}
              <text className={styles.name} x={0} y={top + 14}>
                <title>{label(row.milestone)}</title>
                {fitText(label(row.milestone), width - textWidth(said) - gap)}
              </text>
              <text
                className={mergeClasses(styles.fact, state === "open" && endangers && styles.bad)}
                x={width}
                y={top + 14}
                textAnchor="end"
              >
                {said}
              </text>
            </g>
          );
        })}
      </svg>
      <div className={styles.legend} aria-hidden>
        <Key name={texts.legend.plan}>
          <line className={styles.plan} x1={8} x2={8} y1={1} y2={13} />
        </Key>
        <Key name={texts.legend.actual}>
          <circle className={styles.actual} cx={8} cy={7} r={4.5} />
        </Key>
        <Key name={texts.legend.forecast}>
          <path className={styles.forecast} d={diamond(8, 7)} />
        </Key>
        <Key name={texts.legend.spread}>
          <rect className={styles.spread} x={0} y={2} width={16} height={10} rx={5} />
        </Key>
        <Key name={texts.legend.late}>
          <line className={styles.lateLine} x1={0} x2={16} y1={7} y2={7} />
        </Key>
      </div>
    </div>
  );
}
