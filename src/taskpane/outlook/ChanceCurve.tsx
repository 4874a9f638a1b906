import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useId } from "react";
import { useLang } from "../context";
import { shortDate } from "../ui/dates";
import { useLayout } from "../ui/layout";
import { shareBy, stepPath, worthShowing, type CurvePoint } from "./chanceCurve";
import { timeScale } from "./timeScale";
import { useWidth } from "./useWidth";
import { useOutlookTexts } from "./useOutlookTexts";

const useStyles = makeStyles({
  root: { width: "100%", minWidth: 0 },
  chart: { display: "block", fontFamily: "inherit", fontVariantNumeric: "tabular-nums" },
  axis: { fill: tokens.colorNeutralForeground3, fontSize: "12px" },
  grid: { stroke: tokens.colorNeutralStroke3, strokeWidth: 1 },
  guide: { stroke: tokens.colorNeutralForeground3, strokeWidth: 1, strokeDasharray: "2 3" },
  area: { fill: tokens.colorBrandBackground, opacity: 0.14 },
  line: { fill: "none", stroke: tokens.colorBrandForeground1, strokeWidth: 2 },
  before: { fill: "none", stroke: tokens.colorNeutralForeground3, strokeWidth: 1.5, strokeDasharray: "4 3" },
  point: { fill: tokens.colorBrandForeground1, stroke: tokens.colorNeutralBackground1, strokeWidth: 1.5 },
  pointName: { fill: tokens.colorNeutralForeground1, fontSize: "12px", fontWeight: 600 },
  due: { stroke: tokens.colorNeutralForeground1, strokeWidth: 1.5 },
  duePoint: {
    fill: tokens.colorNeutralForeground1,
    stroke: tokens.colorNeutralBackground1,
    strokeWidth: 1.5,
  },
  today: { stroke: tokens.colorBrandStroke1, strokeWidth: 1.5, strokeDasharray: "3 3" },
  todayName: { fill: tokens.colorBrandForeground1, fontSize: "12px", fontWeight: 600 },
  key: { display: "inline-flex", alignItems: "center", gap: "4px", marginRight: "12px" },
  words: { paddingTop: "4px" },
});

const top = 20;
const height = 132;
const foot = 20;
const left = 40;
const right = 8;
const labelRoom = 56;

/** How likely the goods have left by each day; with a change tried, before and after it. */
export function ChanceCurve(props: {
  curve: readonly CurvePoint[];
  /** The curve without the change. */
  before: readonly CurvePoint[] | undefined;
  p50: number | undefined;
  promise: number | undefined;
  due: number | undefined;
  asOf: number;
}) {
  const styles = useStyles();
  const layout = useLayout();
  const texts = useOutlookTexts();
  const lang = useLang();
  const described = useId();
  const [root, width] = useWidth<HTMLDivElement>();
  const { curve, before, p50, promise, due, asOf } = props;
  const date = (day: number) => shortDate(day, lang, asOf);
  const days = [...worthShowing(curve), ...worthShowing(before ?? [])].map(({ day }) => day);
  const marked = due === undefined ? days : [...days, due];
  const [from, to] = [Math.min(...marked), Math.max(...marked)];
  // Far ahead of the first chance today would only push the curve aside.
  const showsToday = from - asOf <= Math.max(7, to - from);
  const scale = timeScale(showsToday ? [...marked, asOf] : marked, {
    left,
    right: width - right,
    label: labelRoom,
  });
  const bottom = top + height;
  const y = (share: number) => bottom - share * height;
  const path = stepPath(curve, scale.x, y, scale);
  const chance = due === undefined ? undefined : shareBy(curve, due);
  const says =
    p50 === undefined || promise === undefined
      ? ""
      : due === undefined || chance === undefined
        ? texts.curveSays(date(p50), date(promise))
        : texts.curveSaysDue(date(p50), date(promise), date(due), texts.percent(chance));
  const name = (x: number, before_: boolean) => {
    const anchor: "start" | "end" = x > width - 44 || (before_ && x > left + 44) ? "end" : "start";
    return { x: anchor === "end" ? x - 4 : x + 4, textAnchor: anchor };
  };
  const point = (day: number, share: number, text: string) => {
    const x = scale.x(day);
    // To its left the curve is still below; at the very left there is no room.
    const atLeft = x - 40 < left;
    return (
      <g>
        <line className={styles.guide} x1={left} x2={x} y1={y(share)} y2={y(share)} />
        <line className={styles.guide} x1={x} x2={x} y1={y(share)} y2={bottom} />
        <circle className={styles.point} cx={x} cy={y(share)} r={4.5} />
        <text
          className={styles.pointName}
          x={atLeft ? x + 8 : x - 6}
          y={y(share) + (atLeft ? 14 : -6)}
          textAnchor={atLeft ? "start" : "end"}
        >
          {text}
        </text>
      </g>
    );
  };
  return (
    <div ref={root} className={styles.root}>
      <svg
        className={styles.chart}
        role="img"
        aria-label={texts.curve}
        aria-describedby={described}
        width={width}
        height={bottom + foot}
        viewBox={`0 0 ${width} ${bottom + foot}`}
      >
        {[0, 0.5, 0.8, 1].map((share) => (
          <g key={share}>
            <line className={styles.grid} x1={left} x2={width - right} y1={y(share)} y2={y(share)} />
            <text className={styles.axis} x={left - 6} y={y(share) + 4} textAnchor="end">
              {texts.percent(share)}
            </text>
          </g>
        ))}
        {scale.ticks.map((tick) => (
          <text
            key={tick}
            className={styles.axis}
            x={Math.min(Math.max(scale.x(tick), left + 16), width - 24)}
            y={bottom + 15}
            textAnchor="middle"
          >
            {date(tick)}
          </text>
        ))}
        <path
          className={styles.area}
          d={`${path}L${scale.x(scale.last)} ${bottom}L${scale.x(scale.first)} ${bottom}Z`}
        />
        {before && <path className={styles.before} d={stepPath(before, scale.x, y, scale)} />}
        <path className={styles.line} d={path} />
        {showsToday && (
          <>
            <line className={styles.today} x1={scale.x(asOf)} x2={scale.x(asOf)} y1={4} y2={bottom} />
            <text
              className={styles.todayName}
              y={14}
              {...name(scale.x(asOf), due !== undefined && due > asOf)}
            >
              {texts.today}
            </text>
          </>
        )}
        {p50 !== undefined && point(p50, 0.5, "P50")}
        {promise !== undefined && point(promise, 0.8, "P80")}
        {due !== undefined && chance !== undefined && (
          <>
            <line className={styles.due} x1={scale.x(due)} x2={scale.x(due)} y1={4} y2={bottom} />
            <circle className={styles.duePoint} cx={scale.x(due)} cy={y(chance)} r={4.5} />
            <text className={styles.pointName} y={14} {...name(scale.x(due), due <= asOf)}>
              {texts.dueMark}
            </text>
          </>
        )}
      </svg>
      {before && (
        <p className={mergeClasses(layout.hint, styles.words)} aria-hidden>
          <span className={styles.key}>
            <svg width={20} height={8}>
              <line className={styles.line} x1={0} x2={20} y1={4} y2={4} />
            </svg>
            {texts.curveAfter}
          </span>
          <span className={styles.key}>
            <svg width={20} height={8}>
              <line className={styles.before} x1={0} x2={20} y1={4} y2={4} />
            </svg>
            {texts.curveBefore}
          </span>
        </p>
      )}
      <p id={described} className={mergeClasses(layout.hint, styles.words)}>
        {says}
      </p>
    </div>
  );
}
