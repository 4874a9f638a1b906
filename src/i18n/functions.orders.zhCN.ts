import type { FunctionTexts } from "./functionText";

export const orderTexts: FunctionTexts = {
  SHIPTOL: {
    description:
      "出货数量与订单数量相比：在允差内为“OK”，否则为 SHORT 短装或 OVER 溢装，并写出占订单的百分比。",
    parameters: {
      ordered: "订单数量，大于 0。",
      shipped: "出货数量。",
      minus: "允许少装的比例，小数或百分数；省略为 0.03。",
      plus: "允许多装的比例，小数或百分数；省略为 0.03。",
      lang: "“zh”为中文，省略为英文代码。",
    },
    returns: "文字。",
    errors: "不是数字的数量、不大于 0 的订单数量、负的允差为 #VALUE!。",
    source: "短溢装 ±3% 或 ±5%，以与客户约定为准：行业惯例。",
  },
};
