import type { FunctionTexts } from "./functionText";

export const measurementTexts: FunctionTexts = {
  MEASCHECK: {
    description:
      "一个部位在一件或多件上的尺寸：合格为 OK，否则为最大偏差和超差件数。未量的不计；都未量则为空。",
    parameters: {
      spec: "规格尺寸，单位不限；空白则结果为空。",
      actual: "每件的实测尺寸：一个单元格或区域。",
      tolMinus: "下公差，为数值（1 或 -1）。",
      tolPlus: "上公差；省略则与 tolMinus 相同。",
      lang: "“zh”为中文，省略为英文代码。",
    },
    returns: "文字：OK 符合，或带正负号的偏差、OUT 超差、超差件数/已量件数。",
    errors: "不是尺寸的内容、缺少公差、负的 tolPlus 为 #VALUE!。",
    source: "尺寸表惯例：等于公差为合格；量至 1 毫米（GB/T 31907-2015）。",
  },
  MEASFAILS: {
    description: "超差的测量点数，所有部位、所有件合计。未量的不计。",
    parameters: {
      spec: "各部位的规格尺寸：一列。",
      actual: "实测尺寸：每个部位一行，每件一列。",
      tolerance: "上下公差：一列，或一个单元格用于所有部位。",
    },
    returns: "整数。",
    errors: "不是尺寸的内容、负的公差、行数不一致的区域为 #VALUE!。",
    source: "尺寸表惯例：等于公差为合格。",
  },
  INCH: {
    description: '把尺寸表上的英寸写法变成数字：12 3/8、12-3/8、28-1/2"、12⅜。',
    parameters: { text: "英寸文字；数字保持不变。" },
    returns: "英寸数。",
    errors:
      "不能确定的写法为 #VALUE!，如 28 11/2 或 5'6\"。（单独键入 3/8 会被 Excel 变成日期：请键入 0 3/8。）",
    source: "国际英寸；尺寸表写法。",
  },
  INCHTEXT: {
    description: "把英寸数写成约分后的分数，取最近的 1/denominator。",
    parameters: { number: "英寸数。", denominator: "最细的分母：2、4、8、16、32……；省略为 8。" },
    returns: "文字，如 12 7/16。",
    errors: "不是数字、分母不是 1 至 1000 的整数为 #VALUE!。",
    source: "国际英寸；尺寸表写法。正好半格时向绝对值大的一边取。",
  },
  GRADESPEC: {
    description: "放码：由基码尺寸推出各码尺寸。",
    parameters: {
      baseSpec: "基码的尺寸。",
      baseSize: "基码，应在 sizes 之中。",
      sizes: "从小到大的尺码：一行或一列。",
      increments: "相邻两码的档差，比尺码少一个；或一个用于各档。",
    },
    returns: "各码尺寸，与 sizes 同样形状。",
    errors: "基码不在尺码中、档差个数不符为 #VALUE!。",
    source: "放码惯例：公差应小于半个档差，否则尺码重叠。",
  },
  SHRINK: {
    description: "缩率，为洗前长度的比例。",
    parameters: { before: "洗前长度，大于 0。", after: "洗后长度，单位相同。" },
    returns: "小数；变长为负。",
    errors: "不是数字、长度不大于 0 为 #VALUE!。",
    source: "缩率 =（洗前 − 洗后）/ 洗前。常见上限：针织 5%，梭织 3%，牛仔水洗后 3%。",
  },
  SHRINKALLOW: {
    description: "为缩水后达到成品尺寸应裁的长度。",
    parameters: { finished: "洗后应有的长度。", shrinkage: "缩率，为裁剪长度的比例（0.05 或 5%）。" },
    returns: "应裁的长度，单位相同。",
    errors: "不是数字、缩率不在 -1 至 1 之间为 #VALUE!；缩率为 1 为 #NUM!。",
    source: "纸样长度 = 成品长度 /（1 − 缩率）。",
  },
};
