import type { FunctionTexts } from "./functionText";

export const fabricTexts: FunctionTexts = {
  FOURPOINT: {
    description: "四分制每百平方码的扣分。",
    parameters: {
      points: "该卷的扣分。",
      length: "检验长度：码；unit 为“m”时为米。",
      width: "门幅：英寸；unit 为“m”时为厘米。",
      unit: "“yd”（码和英寸，省略时）或“m”（米和厘米）。",
    },
    returns: "每百平方码的分数；常用上限为 20 至 40。",
    errors: "不是数字、负的分数、长度或门幅不大于 0 为 #VALUE!。",
    source: "ASTM D5430：分数 × 3600 /（门幅英寸 × 长度码）。",
  },
  FOURPOINTS: {
    description:
      "由疵点长度算一卷布的扣分：3 英寸以内 1 分，6 英寸以内 2 分，9 英寸以内 3 分，以上 4 分；另加破洞。",
    parameters: {
      lengths: "各疵点的长度，英寸；空白略过。",
      holes: "各破洞的大小，英寸。",
      rule: "“OCS”：1 英寸以内的洞 2 分，更大 4 分（省略时）。“BUYER”：每个洞 4 分。",
    },
    returns: "整数。每码至多 4 分的限制由检验员掌握。",
    errors: "不是长度的内容、负的长度、未知的规则为 #VALUE!。",
    source: "ASTM D5430 四分制；破洞按 Online Clothing Study，或按许多客户的做法。",
  },
  ROLLLENGTH: {
    description: "由重量算针织布一卷的长度。",
    parameters: {
      kg: "一卷的净重，公斤。",
      gsm: "克重，每平方米克数。",
      widthCm: "门幅，厘米。",
      unit: "“m”米（省略时）或“yd”码。",
    },
    returns: "米数或码数。",
    errors: "不是数字、克重或门幅不大于 0 为 #VALUE!。",
    source: "长度 = 公斤 × 1000 /（克重 × 门幅米）。",
  },
  FABRICKG: {
    description: "一段布的重量。",
    parameters: { metres: "长度，米。", widthCm: "门幅，厘米。", gsm: "克重，每平方米克数。" },
    returns: "公斤。",
    errors: "不是数字、克重或门幅不大于 0 为 #VALUE!。",
    source: "重量 = 米数 × 门幅米 × 克重 / 1000。",
  },
  GSM: {
    description: "把每平方码盎司（或姆米）换成每平方米克数。",
    parameters: { value: "原单位的重量。", from: "“oz/yd2”盎司（省略时）、“momme”姆米或“g/m2”。" },
    returns: "每平方米克数。",
    errors: "不是数字、负的重量、未知的单位为 #VALUE!。",
    source: "国际码和磅，精确值：1 盎司/平方码 = 33.9057 克/平方米；1 姆米 = 100 码 × 45 英寸重 1 磅。",
  },
};
