// Who may import whom, as docs/architecture.md draws it. A broken rule is a design fault: mend the design.
const only = (from, ...to) => ({
  name: `${from}-imports-only-${to.join("-") || "itself"}`,
  severity: "error",
  from: { path: `^src/${from}/` },
  to: { path: "^src/", pathNot: `^src/(${[from, ...to].join("|")})/` },
});

module.exports = {
  forbidden: [
    { name: "no-circular", severity: "error", from: {}, to: { circular: true } },
    only("data"),
    only("domain", "data"),
    only("functions", "domain", "data", "i18n"),
    only("registers", "domain", "data", "i18n"),
    only("i18n"),
    only("workbook", "registers", "domain", "data"),
    only("taskpane", "workbook", "registers", "domain", "data", "i18n"),
    only("workbench"),
    {
      name: "rules-use-no-office-no-react",
      severity: "error",
      from: { path: "^src/(data|domain)/" },
      to: { path: "node_modules", pathNot: "node_modules/(chinese-days|pure-rand)" },
    },
    {
      name: "nobody-imports-the-workbench",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/workbench/" },
      to: { path: "^src/workbench/" },
    },
    {
      name: "src-does-not-import-tests-or-scripts",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "^(test|scripts|bench)/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
  },
};
