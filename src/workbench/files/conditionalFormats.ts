import {
  attr,
  findChild,
  findChildren,
  textContent,
  walk,
  type XmlElement,
} from "@cj-tech-master/excelts/xml";
import type { FileConditionalFormat, FileOperator, FileRuleStyle, FileThreshold } from "./fileBook";
import { elementColor, readRuleStyle } from "./ruleStyles";
import type { StoredFormulas } from "./storedFormula";

interface Context {
  /** The `dxf` elements of the book's styles. */
  dxfs: readonly XmlElement[];
  theme: readonly string[];
  formulas: StoredFormulas;
  loses: (feature: string) => void;
}

type Rule = FileConditionalFormat extends infer Each
  ? Each extends unknown
    ? Omit<Each, "refs" | "priority" | "stopIfTrue">
    : never
  : never;

const isFalse = (element: XmlElement, name: string): boolean =>
  ["0", "false"].includes(attr(element, name) ?? "");
const isTrue = (element: XmlElement, name: string): boolean =>
  ["1", "true"].includes(attr(element, name) ?? "");

/** `sections`: a worksheet without its cells. */
export function readConditionalFormats(sections: XmlElement, context: Context): FileConditionalFormat[] {
  const extended = extendedRules(sections);
  const formats: FileConditionalFormat[] = [];
  const take = (blocks: XmlElement[], ruleName: string, refsOf: (block: XmlElement) => string): void => {
    for (const block of blocks) {
      const refs = refsOf(block).trim().split(/\s+/).filter(Boolean);
      for (const element of findChildren(block, ruleName)) {
        const rule = readRule(element, context, extended);
        if (!rule || refs.length === 0) continue;
        const stop = isTrue(element, "stopIfTrue");
        formats.push({
          ...rule,
          refs,
          priority: Number(attr(element, "priority") ?? formats.length + 1),
          ...(stop && { stopIfTrue: true }),
        });
      }
    }
  };
  take(findChildren(sections, "conditionalFormatting"), "cfRule", (block) => attr(block, "sqref") ?? "");
  // What Excel 2010's extension says on top of a plain rule has been read with it; rules that stand there alone come last.
  const alone = extendedBlocks(sections).map((block) => ({
    ...block,
    children: block.children.filter(
      (child) => child.type !== "element" || child.name !== "x14:cfRule" || !isCompanion(child, sections),
    ),
  }));
  take(alone, "x14:cfRule", (block) => textOf(block, "xm:sqref") ?? "");
  return formats;
}

function extendedBlocks(sections: XmlElement): XmlElement[] {
  const blocks: XmlElement[] = [];
  const list = findChild(sections, "extLst");
  if (list)
    walk(list, (element) => void (element.name === "x14:conditionalFormatting" && blocks.push(element)));
  return blocks;
}

function extendedRules(sections: XmlElement): Map<string, XmlElement> {
  const rules = extendedBlocks(sections).flatMap((block) => findChildren(block, "x14:cfRule"));
  return new Map(rules.map((rule) => [attr(rule, "id") ?? "", rule]));
}

/** Whether a rule of the extension only adds to a plain one, which names it. */
function isCompanion(rule: XmlElement, sections: XmlElement): boolean {
  const id = attr(rule, "id");
  return findChildren(sections, "conditionalFormatting").some((block) =>
    findChildren(block, "cfRule").some((plain) => companionId(plain) === id),
  );
}

function companionId(rule: XmlElement): string | undefined {
  const list = findChild(rule, "extLst");
  let id: string | undefined;
  if (list) walk(list, (element) => void (element.name === "x14:id" && (id = textContent(element))));
  return id;
}

function textOf(element: XmlElement, name: string): string | undefined {
  const child = findChild(element, name);
  return child && textContent(child);
}

function readRule(
  element: XmlElement,
  context: Context,
  extended: Map<string, XmlElement>,
): Rule | undefined {
  const companion =
    extended.get(companionId(element) ?? "") ?? (element.name === "x14:cfRule" ? element : undefined);
  const formulas = [...findChildren(element, "formula"), ...findChildren(element, "xm:f")].map((formula) =>
    context.formulas.read(textContent(formula)).slice(1),
  );
  const dxf = findChild(element, "x14:dxf") ?? context.dxfs[Number(attr(element, "dxfId") ?? -1)];
  const style: FileRuleStyle = readRuleStyle(dxf, context.theme);
  const type = attr(element, "type");
  switch (type) {
    case "cellIs":
      return { type, operator: (attr(element, "operator") ?? "equal") as FileOperator, formulas, style };
    case "expression":
      return { type, formula: formulas[0] ?? "", style };
    case "containsText":
    case "notContainsText":
    case "beginsWith":
    case "endsWith":
      return {
        type: "text",
        operator: type === "notContainsText" ? "notContains" : type,
        text: attr(element, "text") ?? "",
        style,
      };
    case "containsBlanks":
    case "notContainsBlanks":
      return { type: "blanks", not: type === "notContainsBlanks", style };
    case "containsErrors":
    case "notContainsErrors":
      return { type: "errors", not: type === "notContainsErrors", style };
    case "duplicateValues":
    case "uniqueValues":
      return { type: "duplicates", unique: type === "uniqueValues", style };
    case "top10":
      return {
        type: "top",
        rank: Number(attr(element, "rank") ?? 10),
        percent: isTrue(element, "percent"),
        bottom: isTrue(element, "bottom"),
        style,
      };
    case "aboveAverage":
      if (attr(element, "stdDev") !== undefined || isTrue(element, "equalAverage"))
        context.loses("aboveAverage");
      return { type: "average", above: !isFalse(element, "aboveAverage"), style };
    case "timePeriod":
      return { type: "period", period: attr(element, "timePeriod") ?? "today", style };
    case "colorScale":
      return readColorScale(element, context);
    case "dataBar":
      return readDataBar(element, companion, context);
    case "iconSet":
      return readIconSet(element, context);
    default:
      context.loses(type ?? "unknown");
      return undefined;
  }
}

const scaleOf = (element: XmlElement, name: string): XmlElement | undefined =>
  findChild(element, name) ?? findChild(element, `x14:${name}`);

function readThresholds(scale: XmlElement, context: Context): FileThreshold[] {
  return [...findChildren(scale, "cfvo"), ...findChildren(scale, "x14:cfvo")].map((element) => {
    const value = attr(element, "val") ?? textOf(element, "xm:f");
    const type = attr(element, "type") as FileThreshold["type"];
    return {
      type,
      ...(value !== undefined && {
        value: type === "formula" ? context.formulas.read(value).slice(1) : value,
      }),
    };
  });
}

function readColorScale(element: XmlElement, context: Context): Rule | undefined {
  const scale = scaleOf(element, "colorScale");
  if (!scale) return undefined;
  const colors = [...findChildren(scale, "color"), ...findChildren(scale, "x14:color")];
  const stops = readThresholds(scale, context).map((threshold, index) => ({
    threshold,
    color: elementColor(colors[index], context.theme) ?? "#FFFFFF",
  }));
  return { type: "colorScale", stops };
}

function readDataBar(
  element: XmlElement,
  companion: XmlElement | undefined,
  context: Context,
): Rule | undefined {
  const plain = scaleOf(element, "dataBar");
  if (!plain) return undefined;
  const rich = companion && scaleOf(companion, "dataBar");
  const thresholds = readThresholds(rich ?? plain, context);
  const color = elementColor(findChild(plain, "color") ?? findChild(plain, "x14:fillColor"), context.theme);
  if (rich && (findChild(rich, "x14:borderColor") || attr(rich, "direction") === "rightToLeft"))
    context.loses("dataBarDetails");
  return {
    type: "dataBar",
    min: thresholds[0] ?? { type: "min" },
    max: thresholds[1] ?? { type: "max" },
    color: color ?? "#638EC6",
    gradient: rich === undefined || !isFalse(rich, "gradient"),
    showValue: !isFalse(plain, "showValue"),
  };
}

function readIconSet(element: XmlElement, context: Context): Rule | undefined {
  const set = scaleOf(element, "iconSet");
  if (!set) return undefined;
  if (isTrue(set, "custom")) context.loses("customIcons");
  return {
    type: "iconSet",
    icons: attr(set, "iconSet") ?? "3TrafficLights1",
    thresholds: readThresholds(set, context),
    reverse: isTrue(set, "reverse"),
    showValue: !isFalse(set, "showValue"),
  };
}
