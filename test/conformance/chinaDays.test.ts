import { readFileSync } from "node:fs";
import { Calendar } from "../../src/domain/calendar/calendar";
import { isoDate, serialDate } from "../../src/domain/calendar/serialDate";
import { chinaDays } from "../../src/data/chinaDays";

// Facts gathered apart from the package: holiday-calendar 1.3.3 (CN, every day of 2019 to 2026), chinese-workday and tyme4ts
// (2024 to 2026), and the State Council's notice for 2026 as quoted in workalendar issue 786.
const facts = JSON.parse(readFileSync(`${__dirname}/../fixtures/chinaDays2019to2026.json`, "utf8")) as Record<
  string,
  { off: string[]; makeupWork: string[] }
>;

const between = (days: readonly string[]) =>
  days.filter((day) => day >= "2018-12-29" && day <= "2026-12-31").sort();
const all = (field: "off" | "makeupWork") => between(Object.values(facts).flatMap((year) => year[field]));

describe("China's statutory days, 2019 to 2026", () => {
  // The notice for 2018 has days off in that year's last days too; the facts begin with the notice for 2019.
  // The Spring Festival of 2020 was prolonged to Sunday, 2 February, by a notice of 26 January 2020; the facts leave that Sunday to
  // the weekend.
  it("has the same days off", () => {
    expect(between(chinaDays.off)).toEqual([...all("off"), "2020-02-02"].sort());
  });

  it("works on the same days of every year with two days off a week", () => {
    const [off, makeUp] = [new Set(all("off")), new Set(all("makeupWork"))];
    const calendar = new Calendar("CN5");
    const different: string[] = [];
    for (let day = serialDate(2019, 1, 1) as number; day <= (serialDate(2026, 12, 31) as number); day++) {
      const date = isoDate(day);
      const weekend = [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
      const works = makeUp.has(date) || (!weekend && !off.has(date));
      if (calendar.worksOn(day) !== works) different.push(date);
    }
    expect(different).toEqual([]);
  });

  it("has the same make-up working days", () => {
    expect(between(chinaDays.makeUp)).toEqual(all("makeupWork"));
  });

  it("knows whole years without a gap, and none that was not announced", () => {
    expect(chinaDays.years).toEqual(expect.arrayContaining(Object.keys(facts).map(Number)));
    expect([...chinaDays.years].sort()).toEqual(Array.from({ length: 23 }, (_, i) => 2004 + i));
  });

  it("makes up on Saturdays and Sundays only", () => {
    for (const day of chinaDays.makeUp) expect([0, 6]).toContain(new Date(`${day}T00:00:00Z`).getUTCDay());
  });
});
