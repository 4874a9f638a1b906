// The reference of the worksheet functions as a page, in Markdown for the repository and in HTML for the add-in's own site.

const WORDS = {
  en: {
    title: "Function reference",
    intro:
      "Generated from the functions' own comments. Dates are serial numbers: format the cells as dates. An argument in square brackets may be left out.",
    argument: "Argument",
    meaning: "Meaning",
    optional: "optional",
    result: "Result",
    errors: "Errors",
    source: "Source",
    examples: "Examples",
    code: "Code",
    rules: "Rules",
    tests: "Tests",
    colon: ": ",
  },
  zh: {
    title: "函数参考",
    intro: "由函数自带的说明生成。日期为序列号，请把单元格设为日期格式。方括号中的参数可以省略。",
    argument: "参数",
    meaning: "含义",
    optional: "可省略",
    result: "结果",
    errors: "错误",
    source: "依据",
    examples: "例子",
    code: "代码",
    rules: "规则",
    tests: "测试",
    colon: "：",
  },
};

/** Paths from the root as links from docs/, short enough to be read. */
const links = (paths) =>
  paths.map((path) => `[${path.replace(/^src\//, "").replace(/^test\//, "")}](../${path})`).join(", ");

const groupsOf = (functions) => [...new Set(functions.map(({ group }) => group))];

/** The page, and under each function where it, its rules and its tests stand in the repository. */
export function referenceMarkdown(functions, lang, where) {
  const words = WORDS[lang];
  const cell = (text) => text.replaceAll("|", "\\|");
  const lines = [`# ${words.title}`, "", words.intro, ""];
  for (const group of groupsOf(functions)) {
    const members = functions.filter((entry) => entry.group === group);
    lines.push(`## ${members[0].groupName[lang]}`, "");
    for (const { id, signature, parameters, examples, ...texts } of members) {
      const { description, returns, errors, source } = texts[lang];
      lines.push(`### ${id}`, "", description, "", "```", `=${signature}`, "```", "");
      lines.push(`| ${words.argument} | ${words.meaning} |`, "|-|-|");
      for (const parameter of parameters) {
        const optional = parameter.optional ? ` (${words.optional})` : "";
        lines.push(`| ${parameter.name}${optional} | ${cell(parameter[lang])} |`);
      }
      lines.push("", `- ${words.result}${words.colon}${returns}`, `- ${words.errors}${words.colon}${errors}`);
      const { file, rules, tests } = where[id];
      lines.push(
        `- ${words.source}${words.colon}${source}`,
        `- ${words.code}${words.colon}${links([file])}`,
        `- ${words.rules}${words.colon}${links(rules)}`,
        `- ${words.tests}${words.colon}${links(tests)}`,
        "",
        `${words.examples}${words.colon.trim()}`,
        "",
        "```",
      );
      for (const { formula, result } of examples) lines.push(`${formula} → ${result}`);
      lines.push("```", "");
    }
  }
  return lines.join("\n");
}

export function referenceHtml(functions, lang) {
  const words = WORDS[lang];
  const body = groupsOf(functions).map((group) => {
    const members = functions.filter((entry) => entry.group === group);
    return `<h2>${escape(members[0].groupName[lang])}</h2>\n${members.map((entry) => section(entry, lang, words)).join("\n")}`;
  });
  const language = lang === "zh" ? "zh-CN" : "en";
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Gendan 跟单: ${words.title}</title>
<style>
body { font: 16px/1.5 system-ui, "Segoe UI", "Microsoft YaHei", sans-serif; margin: 2rem auto; max-width: 50rem; padding: 0 1rem; color-scheme: light dark; }
pre { overflow-x: auto; padding: .5rem .75rem; border: 1px solid #8888; border-radius: 4px; }
dt { font-weight: 600; } dd { margin: 0 0 .5rem 1.5rem; }
section:target h3 { text-decoration: underline; }
</style>
</head>
<body>
<main>
<h1>${words.title}</h1>
<p>${escape(words.intro)}</p>
${body.join("\n")}
</main>
</body>
</html>
`;
}

function section({ id, signature, parameters, examples, ...texts }, lang, words) {
  const { description, returns, errors, source } = texts[lang];
  const facts = [
    ...parameters.map(({ name, optional, [lang]: text }) => [
      optional ? `${name} (${words.optional})` : name,
      text,
    ]),
    [words.result, returns],
    [words.errors, errors],
    [words.source, source],
  ];
  return `<section id="${id.toLowerCase()}">
<h3>${id}</h3>
<p>${escape(description)}</p>
<pre>=${escape(signature)}</pre>
<dl>
${facts.map(([term, text]) => `<dt>${escape(term)}</dt><dd>${escape(text)}</dd>`).join("\n")}
</dl>
<pre>${examples.map(({ formula, result }) => escape(`${formula} → ${result}`)).join("\n")}</pre>
</section>`;
}

function escape(text) {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
