import type { FunctionTexts } from "./functionText";

export const colourTexts: FunctionTexts = {
  DELTAE: {
    description: "样品与标准的色差，两者均为 CIELAB 值。",
    parameters: {
      L1: "标准的 L*，0 至 100。",
      a1: "标准的 a*。",
      b1: "标准的 b*。",
      L2: "样品的 L*。",
      a2: "样品的 a*。",
      b2: "样品的 b*。",
      method: "“CMC”（省略时）、“2000”（CIEDE2000）、“94”（CIE94）、“94T”（CIE94 纺织）或“76”（CIELAB）。",
      l: "CMC 的明度权重；省略为 2（CMC 2:1，判断可接受）。其他方法不用。",
      c: "CMC 的彩度权重；省略为 1。其他方法不用。",
    },
    returns: "数字；CMC 2:1 常用上限为 0.8 至 1.2。",
    errors: "不是数字、L* 不在 0 至 200、未知的方法为 #VALUE!。",
    source:
      "ISO 105-J03（CMC）、ISO/CIE 11664-6 及 Sharma、Wu、Dalal 2005（CIEDE2000）、CIE 116-1995（CIE94）、ISO/CIE 11664-4（CIELAB）。",
  },
  GREYSCALE: {
    description: "色差对应的最近灰卡级数：5（无差别）至 1，含半级（4.5 即 4-5 级）。正好居中取低级。",
    parameters: { deltaE: "CIELAB 色差，不小于 0。", type: "“change”变色（省略时）或“staining”沾色。" },
    returns: "1 至 5 的级数。",
    errors: "不是数字、负的色差、未知的类型为 #VALUE!。",
    source: "变色 ISO 105-A02（GB/T 250），沾色 ISO 105-A03（GB/T 251）。",
  },
};
