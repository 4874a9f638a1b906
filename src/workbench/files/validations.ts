import {
  attr,
  findChild,
  findChildren,
  textContent,
  xmlEncode,
  xmlEncodeAttr,
  type XmlElement,
} from "@cj-tech-master/excelts/xml";
import type { FileOperator, FileValidation } from "./fileBook";
import type { StoredFormulas } from "./storedFormula";

const isTrue = (element: XmlElement, name: string): boolean =>
  ["1", "true"].includes(attr(element, name) ?? "");

function readValidation(element: XmlElement, formulas: StoredFormulas): FileValidation {
  // Rules that look at another sheet may stand in Excel 2010's extension, where ranges and formulas are child elements.
  const extended = element.name.startsWith("x14:");
  const refs = extended ? findChild(element, "xm:sqref") : undefined;
  const formulaOf = (name: string): string[] => {
    const child = findChild(element, extended ? `x14:${name}` : name);
    return child ? [formulas.read(textContent(child)).slice(1)] : [];
  };
  const errorStyle = attr(element, "errorStyle");
  const type = (attr(element, "type") ?? "any") as FileValidation["type"] | "none";
  const takesOperator = ["whole", "decimal", "date", "time", "textLength"].includes(type);
  return {
    refs: (refs ? textContent(refs) : (attr(element, "sqref") ?? "")).trim().split(/\s+/).filter(Boolean),
    type: type === "none" ? "any" : type,
    ...(takesOperator && { operator: (attr(element, "operator") ?? "between") as FileOperator }),
    formulas: [...formulaOf("formula1"), ...formulaOf("formula2")],
    allowBlank: isTrue(element, "allowBlank"),
    showError: isTrue(element, "showErrorMessage"),
    ...(errorStyle !== undefined && { errorStyle: errorStyle as FileValidation["errorStyle"] }),
    ...textAttributes(element, "errorTitle", "error"),
    showPrompt: isTrue(element, "showInputMessage"),
    ...textAttributes(element, "promptTitle", "prompt"),
  };
}

const textAttributes = (
  element: XmlElement,
  ...names: ("errorTitle" | "error" | "promptTitle" | "prompt")[]
): Partial<FileValidation> =>
  Object.fromEntries(
    names.flatMap((name) => (attr(element, name) === undefined ? [] : [[name, attr(element, name)]])),
  );

/** `sections`: a worksheet without its cells. */
export function readValidations(sections: XmlElement, formulas: StoredFormulas): FileValidation[] {
  const plain = findChild(sections, "dataValidations");
  const rules = plain ? findChildren(plain, "dataValidation") : [];
  const extensions = findChild(sections, "extLst");
  for (const extension of extensions ? findChildren(extensions, "ext") : []) {
    const list = findChild(extension, "x14:dataValidations");
    if (list) rules.push(...findChildren(list, "x14:dataValidation"));
  }
  return rules.map((rule) => readValidation(rule, formulas)).filter(({ refs }) => refs.length > 0);
}

export function validationsXml(validations: readonly FileValidation[], formulas: StoredFormulas): string {
  const rules = validations.filter(({ refs }) => refs.length > 0);
  if (rules.length === 0) return "";
  return `<dataValidations count="${rules.length}">${rules.map((rule) => validationXml(rule, formulas)).join("")}</dataValidations>`;
}

function validationXml(rule: FileValidation, formulas: StoredFormulas): string {
  const attributes: [string, string | undefined | false][] = [
    ["type", rule.type !== "any" && rule.type],
    ["errorStyle", rule.errorStyle],
    ["operator", rule.operator !== "between" && rule.operator],
    ["allowBlank", rule.allowBlank && "1"],
    ["showInputMessage", rule.showPrompt && "1"],
    ["showErrorMessage", rule.showError && "1"],
    ["errorTitle", rule.errorTitle],
    ["error", rule.error],
    ["promptTitle", rule.promptTitle],
    ["prompt", rule.prompt],
    ["sqref", rule.refs.join(" ")],
  ];
  const written = attributes
    .map(([name, value]) => (value ? ` ${name}="${xmlEncodeAttr(value)}"` : ""))
    .join("");
  const inner = rule.formulas.map(
    (formula, index) => `<formula${index + 1}>${xmlEncode(formulas.store(formula))}</formula${index + 1}>`,
  );
  return `<dataValidation${written}>${inner.join("")}</dataValidation>`;
}
