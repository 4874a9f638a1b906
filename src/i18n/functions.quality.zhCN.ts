import type { FunctionTexts } from "./functionText";

const lot = "批量（件），不小于 2。";
const aql =
  "接收质量限（%）：0.065、0.1、0.15、0.25、0.4、0.65、1、1.5、2.5、4、6.5、10，以及标准中的其他值。";
const level = "检验水平：I、II（默认）、III、S-1、S-2、S-3、S-4。";
const severity = "normal 正常（默认）、tightened 加严、reduced 放宽。";
const standard = "ISO（默认，与 GB 相同）或 Z1.4；两者的放宽检验不同。";
const lang = "“zh”为中文，省略为英文代码。";
const planErrors = "批量不是不小于 2 的整数、AQL 不在标准中、未知的检验水平、严格程度或标准为 #VALUE!。";
const planSource =
  "ISO 2859-1:1999（GB/T 2828.1-2012）与 ANSI/ASQ Z1.4（MIL-STD-105E）的表 1 和表 2-A 至 2-C，一次抽样。";
const plan = { lot, aql, level, severity, standard };

const verdict = {
  lot,
  critical: "致命疵点数；一个也不接收。",
  major: "主要疵点数。",
  minor: "次要疵点数。",
  inspected: "已检验件数；省略为样本已全部检验。",
  majorAQL: "主要疵点的 AQL；省略为 2.5。",
  minorAQL: "次要疵点的 AQL；省略为 4。",
  level,
  severity,
  standard: "ISO（默认，与 GB 相同）或 Z1.4；Z1.4 放宽检验的 Ac 与 Re 之间仍接收。",
  lang,
};
const verdictErrors =
  "批量不是不小于 2 的整数、疵点数不是整数、AQL 不在标准中、未知的检验水平、严格程度、标准或语言为 #VALUE!。";
const verdictSource =
  "ISO 2859-1:1999（GB/T 2828.1-2012）；服装行业惯例：致命 0、主要 2.5、次要 4.0、水平 II，按较大的样本检验。";

export const qualityTexts: FunctionTexts = {
  AQLPLAN: {
    description:
      "一批货的抽样方案：字码、样本量、接收数、拒收数。遇箭头按箭头取方案，字码为所用方案的字码；样本量不小于批量时全检。",
    parameters: { ...plan, lot: "批量（件），不小于 2；一列批量则每批一行。" },
    returns: "每批一行 4 列：字码、样本量 n、接收数 Ac、拒收数 Re。",
    errors: `${planErrors}批量不是一列时也为 #VALUE!。`,
    source: planSource,
  },
  AQLSIZE: {
    description: "应检验的件数：抽样方案的样本量，不超过批量。",
    parameters: plan,
    returns: "件数（整数）。",
    errors: planErrors,
    source: planSource,
  },
  AQLAC: {
    description: "接收数：样本中不合格品不超过此数则接收该批。",
    parameters: plan,
    returns: "整数。",
    errors: planErrors,
    source: planSource,
  },
  AQLRE: {
    description:
      "拒收数：样本中不合格品达到此数则拒收该批。等于 Ac + 1；只有 Z1.4 的放宽检验例外：结果在两者之间则接收，下批恢复正常检验。",
    parameters: plan,
    returns: "整数。",
    errors: planErrors,
    source: planSource,
  },
  AQLCODE: {
    description: "批量的样本量字码。抽样表中的箭头可能指向另一字码的方案，见 AQLPLAN。",
    parameters: { lot, level },
    returns: "字母 A 至 R。",
    errors: "批量不是不小于 2 的整数、未知的检验水平为 #VALUE!。",
    source: "ISO 2859-1:1999（GB/T 2828.1-2012）表 1；ANSI/ASQ Z1.4 相同。",
  },
  QCSTATUS: {
    description:
      "检验结论。FAIL 不合格：有致命疵点，或主要、次要疵点超过各自的接收数。PENDING 待定：未录疵点数，或检验件数少于较大的样本。其余为 PASS 合格。",
    parameters: verdict,
    returns: "文字。",
    errors: verdictErrors,
    source: verdictSource,
  },
  QCREASON: {
    description: "QCSTATUS 结论的原因，一句短话；合格且没有要说明的则为空。",
    parameters: { ...verdict, lang: "“zh”为中文，省略为英文。" },
    returns: "文字。",
    errors: verdictErrors,
    source: verdictSource,
  },
  AQLPA: {
    description: "某一质量水平的批按抽样方案被接收的概率（抽检特性曲线上的一点）。",
    parameters: {
      lot,
      aql,
      defectRate: "不合格品率，小数或百分数；AQL 从 15 起为平均每件的不合格数。",
      level,
      severity,
      standard: "ISO（默认，与 GB 相同）或 Z1.4。",
      method: "“process”过程（默认）：这一质量的过程所出的批，二项分布；“lot”批：就这一批，超几何分布。",
    },
    returns: "0 到 1 之间的数。",
    errors: `${planErrors}不合格品率小于 0 或大于 1、AQL 从 15 起而 method 为“lot”时也为 #VALUE!。`,
    source:
      "ISO 2859-1:1999（GB/T 2828.1-2012）抽检特性：B 型（二项；每百单位不合格数用泊松）与 A 型（超几何）。",
  },
  AQLSWITCH: {
    description:
      "一系列批（由旧到新）之后，下一批的严格程度：normal 正常、tightened 加严、reduced 放宽、discontinued 停止检验。复检和未定的检验不计。",
    parameters: {
      results: "每批一格：A 或 R、PASS 或 FAIL、合格或不合格，或不合格品数。第二列可注明复检（复检、RE）。",
      start: "第一批的严格程度：normal 正常（默认）、tightened 加严、reduced 放宽、discontinued 停止。",
      lots: "批量，与 results 同样多，或各批相同用一格；results 为疵点数时必须给出。",
      aql: "接收质量限（%）；results 为疵点数时必须给出。",
      level,
      steady: "TRUE 表示生产稳定：这时才可转为放宽；FALSE 则结束放宽。",
      approved: "TRUE 表示负责部门同意放宽：这时才可转为放宽；FALSE 则结束放宽。",
      standard: "ISO（默认，与 GB 相同）或 Z1.4。",
    },
    returns: "文字。",
    errors:
      "结果既非文字也非疵点数、有疵点数而缺少 lots 或 aql、lots 与 results 数目不同、未知的文字为 #VALUE!。",
    source:
      "ISO 2859-1:1999（GB/T 2828.1-2012）9.3、9.4 及 9.3.3 转移得分；Z1.4：连续 10 批接收可放宽。转移得分需要疵点数，或 Ac 为 0 或 1。",
  },
  DEFECT: {
    description: "疵点表中一个疵点的名称、类别（致命、主要、次要）或组别。",
    parameters: {
      code: "疵点代码，如 S01。",
      field: "“name”名称（默认）、“class”类别或“group”组别。",
      lang: "“zh”为中文，省略为英文。",
      zone: "“A”（默认）：明显部位；“B”：不明显部位，类别可能不同。",
    },
    returns: "文字。",
    errors: "疵点表中没有的代码为 #N/A；未知的 field、语言或区域为 #VALUE!。",
    source: "自编 106 个疵点；类别对照公开的客户手册，以客户手册为准。",
  },
  DHU: {
    description: "百件疵点数：疵点数 × 100 / 检查件数。一件可有多个疵点。",
    parameters: { defects: "疵点数。", checked: "检查件数。" },
    returns: "每百件的疵点数。",
    errors: "检查件数为 0 时为 #NUM!；小于 0 的数或文字为 #VALUE!。",
    source: "定义，缝制车间通用（Online Clothing Study、StitchWorld）。",
  },
  RFT: {
    description: "一次合格率：不经返工即合格的件数所占比例；返工一件计一件不合格。",
    parameters: { checked: "检查件数。", defective: "其中不合格件数。" },
    returns: "0 到 1 之间的小数。",
    errors: "检查件数为 0 时为 #NUM!；小于 0 的数、文字，或不合格件数多于检查件数为 #VALUE!。",
    source: "定义，缝制车间通用（Online Clothing Study、StitchWorld）。",
  },
  CARTONSAMPLE: {
    description: "终期检验应开箱数：总箱数的平方根，向上取整。",
    parameters: { cartons: "总箱数。" },
    returns: "箱数（整数）。",
    errors: "箱数不是不小于 0 的整数为 #VALUE!。",
    source: "终期随机检验的惯例；所开的箱应包括每个颜色和尺码。",
  },
};
