import type { FileProblem, NotKept } from "../files/fileBook";
import type { Language } from "./words";

type Bilingual = readonly [en: string, zh: string];

/** What did not survive a file's being opened or saved here: a sentence for every code that the files folder gives. */
const NOT_KEPT: Readonly<Record<string, Bilingual>> = {
  macros: ["Macros (VBA)", "宏（VBA）"],
  slicers: ["Slicers", "切片器"],
  timelines: ["Timelines", "日程表"],
  queries: ["Data connections and queries", "数据连接和查询"],
  dataModel: ["The data model", "数据模型"],
  richData: ["Pictures in cells and linked data types", "单元格内图片和链接的数据类型"],
  formControls: ["Form controls", "窗体控件"],
  activeX: ["ActiveX controls", "ActiveX 控件"],
  embeddedObjects: ["Embedded documents", "嵌入的文档"],
  smartArt: ["SmartArt", "SmartArt 图形"],
  printerSettings: ["Settings of a particular printer", "特定打印机的设置"],
  customXml: ["Custom XML parts", "自定义 XML 部件"],
  customProperties: ["Custom document properties", "自定义文档属性"],
  sensitivityLabel: ["The sensitivity label", "敏感度标签"],
  sharedHistory: ["Change history of a shared workbook", "共享工作簿的修订记录"],
  customRibbon: ["A ribbon of the file's own", "文件自带的功能区"],
  signatures: ["Digital signatures", "数字签名"],
  dialogSheets: ["Dialog sheets", "对话框工作表"],
  part: ["A part of the file: {part}", "文件部件：{part}"],
  shapes: ["Sheet {sheet}: {count} drawn shapes", "工作表“{sheet}”：{count} 个形状"],
  sheetFeature: ["Sheet {sheet}: {feature}", "工作表“{sheet}”：{feature}"],
  cellFeature: ["Cells of sheet {sheet}: {feature}", "工作表“{sheet}”的单元格：{feature}"],
  look: ["Looks on sheet {sheet}: {feature}", "工作表“{sheet}”的格式：{feature}"],
  tableFeature: ["Tables of sheet {sheet}: {feature}", "工作表“{sheet}”的表格：{feature}"],
  ruleFeature: ["Conditional formats of sheet {sheet}: {feature}", "工作表“{sheet}”的条件格式：{feature}"],
};

const FEATURES: Readonly<Record<string, Bilingual>> = {
  aboveAverage: ["above or below average by deviations", "按标准差判断高于/低于平均值"],
  characters: ["characters that files cannot hold", "文件无法保存的字符"],
  customIcons: ["icon sets of one's own", "自定义图标集"],
  dataBarDetails: ["details of data bars", "数据条细节"],
  dataTable: ["what-if data tables", "模拟运算表"],
  fillGradient: ["gradient fills", "渐变填充"],
  fillPattern: ["patterned fills", "图案填充"],
  filter: ["some kinds of filter", "某些筛选条件"],
  longText: ["text beyond 32,767 characters", "超过 32,767 个字符的文本"],
  number: ["numbers that are none", "无效数字"],
  query: ["links to queries", "与查询的链接"],
  sheetFilter: ["a filter outside tables", "表格以外的筛选"],
  controls: ["controls", "控件"],
  oleObjects: ["embedded objects", "嵌入对象"],
  protectedRanges: ["ranges that some people may edit", "允许编辑的区域"],
  scenarios: ["scenarios", "方案"],
  customSheetViews: ["custom views", "自定义视图"],
  dataConsolidate: ["consolidation settings", "合并计算设置"],
  sortState: ["how it was sorted", "排序状态"],
  cellWatches: ["watched cells", "监视的单元格"],
  smartTags: ["smart tags", "智能标记"],
  webPublishItems: ["web publishing", "网页发布设置"],
};

const PROBLEMS: Readonly<Record<FileProblem["code"], Bilingual>> = {
  empty: ["the file is empty.", "文件为空。"],
  notXlsx: ["it is not an .xlsx file.", "不是 .xlsx 文件。"],
  oldXls: [
    "it is an .xls file of Excel 97-2003. Save it as .xlsx in Excel first.",
    "这是 Excel 97-2003 的 .xls 文件，请先在 Excel 中另存为 .xlsx。",
  ],
  encrypted: ["it is protected with a password.", "文件有打开密码。"],
  xlsb: [
    "it is a binary workbook (.xlsb). Save it as .xlsx first.",
    "这是二进制工作簿（.xlsb），请先另存为 .xlsx。",
  ],
  damaged: ["it is damaged ({part}).", "文件已损坏（{part}）。"],
  tooLarge: ["it is too large for the workbench.", "文件过大，工作台无法打开。"],
  noSheets: ["it has no worksheets.", "文件中没有工作表。"],
};

const say = ([en, zh]: Bilingual, language: Language, params: Readonly<Record<string, string | number>>) =>
  (language === "zh-CN" ? zh : en).replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ""));

export function sentenceFor({ code, params }: NotKept, language: Language): string {
  const known = NOT_KEPT[code];
  if (!known) return [code, ...Object.values(params)].join(" · ");
  const feature = FEATURES[String(params.feature)];
  return say(known, language, feature ? { ...params, feature: say(feature, language, {}) } : params);
}

export const problemWords = ({ code, params }: FileProblem, language: Language) =>
  say(PROBLEMS[code], language, params);
