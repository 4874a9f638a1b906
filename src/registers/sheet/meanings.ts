/** What the values under a heading of this meaning look like. */
export type ValueKind =
  | "code"
  | "text"
  | "words"
  | "longText"
  | "colour"
  | "size"
  | "whole"
  | "number"
  | "money"
  | "currency"
  | "date"
  | "days"
  | "percent"
  | "verdict"
  | "inspection"
  | "unit"
  | "any";

/** One way to say a meaning: concepts that must be there, and those that may. `weight` under 1 for a vague way. */
export interface Form {
  readonly needs: readonly string[];
  readonly may: readonly string[];
  readonly weight: number;
}

export interface Meaning {
  readonly id: string;
  readonly kind: ValueKind;
  readonly forms: readonly Form[];
}

/** `order no / customer own @0.9`: needs order and no, may have customer and own. Forms stand apart by `|`. */
export function meaning(id: string, kind: ValueKind, ways: string): Meaning {
  const forms = ways.split("|").map((way): Form => {
    const [said = "", weight] = way.split("@");
    const [needs = "", may = ""] = said.split("/");
    const words = (list: string): string[] => list.split(" ").filter((word) => word !== "");
    return { needs: words(needs), may: words(may), weight: weight === undefined ? 1 : Number(weight) };
  });
  return { id, kind, forms };
}

/** Columns of an order list that are no milestones, by field id of the orders register. */
export const orderMeanings: readonly Meaning[] = [
  meaning(
    "po",
    "code",
    "order no / customer own purchase item customerOwn sew factory plan total size @0.96 | po / order no customer purchase item customerOwn total | order no customer / item customerOwn | sew no / order factory @0.8 | order / customer customerOwn item @0.9 | customer order / no @0.97 | purchase order / no | pi / no @0.75 | custref / no @0.75 | order item no / customer",
  ),
  meaning(
    "style",
    "code",
    "style no / customer own item customerOwn factory order | style / item customer customerOwn own @0.97 | item no / customer @0.8 | customer no / @0.4 | style name / item @0.75 | pattern no / @0.75 | sno / @0.9",
  ),
  meaning(
    "description",
    "words",
    "desc / item style order | style name / item | item name / | style desc / item | item / @0.72 | item type / @0.6 | style type / @0.6",
  ),
  meaning(
    "customer",
    "text",
    "customer / name item type final | customer no / item type @0.95 | customer name / no",
  ),
  meaning(
    "factory",
    "text",
    "factory / name item sew | factory no / name place item sew @0.95 | factory place / item @0.78 | sew place / @0.8 | piece / @0.6 | team / @0.4 | factory / supplier",
  ),
  meaning(
    "merchandiser",
    "text",
    "merch / person name customer own order seller | seller / person name customer own order @0.9 | person / name order @0.7",
  ),
  meaning("colour", "colour", "colour / no name item style | colour no / name item desc"),
  meaning(
    "qty",
    "whole",
    "qty order / total original piece plan item customer | qty / total piece original item | total piece / order @0.8 | order qty style / total | orderDate qty / total item | purchase qty / total item @0.79 | total / @0.45 | piece / order @0.5 | order total / qty @0.85",
  ),
  meaning(
    "sizes",
    "size",
    "size / breakdown range desc order | size breakdown / qty order item | breakdown / qty order @0.8",
  ),
  meaning(
    "price",
    "money",
    "price / piece item order money currency customer plan actual total sew factory exfty | money piece / @0.7 | price piece / | price cost / piece @0.85 | cm / piece money currency factory sew @0.76",
  ),
  meaning("currency", "currency", "currency / money order price"),
  meaning(
    "orderDate",
    "date",
    "orderDate / date order customer receive confirm item style | order date / receive issue customer purchase style | order approve / date @0.9 | order receive / date | order issue / date @0.9 | order submit / date @0.6 | issue date / @0.75 | booking date / @0.6 | audit date / order @0.5 | orderDate approve / date @0.9",
  ),
  meaning(
    "due",
    "date",
    "due / date customer factory order plan request final item customerOwn approve last style ship exfty | ship request / date customer order final | ship due / date order | exfty request / date customer | due request / date customer order | customer request date / @0.8 | request date / order @0.7 | due revise / date @0.8 | ship last / date @0.85 | customer date / @0.6 | order ship plan / date @0.55 | exfty / date original revise @0.6 | exfty customer / date original request @0.82 | exfty order / date original customer board softPlan @0.95 | ship / date original customer @0.5 | board order / date po plan original customer softPlan @0.92 | arrivePort / date customer request @0.5 | date softPlan / @0.7 | board / date @0.45 | ship board softPlan / date original @0.8",
  ),
  meaning("template", "text", "template / type item | fabric type / @0.7 | item type / @0.5"),
  meaning(
    "status",
    "text",
    "status / order item due ship | sew status / order item @0.85 | order status / sew | stage / order sew @0.9",
  ),
  meaning("daysLate", "days", "late / days item order due ship sew | late days / order due ship"),
  meaning("daysLeft", "days", "left / days order due | days balance / date due order | due days balance /"),
  meaning(
    "qc",
    "verdict",
    "inspect result / final type | inspect status / final | final inspect result / | inspect / final @0.45",
  ),
  meaning(
    "qcReason",
    "longText",
    "inspect reason / final reject | inspect remark / final | final inspect remark /",
  ),
  meaning("remarks", "longText", "remark / order item special plan customer merch style final sew"),
];

/** Dates that orders pass, by milestone id without plan or actual. A milestone's own words may say planned or actual. */
export const milestoneMeanings: readonly Meaning[] = [
  meaning("T01", "date", "bom / approve submit done receive end"),
  meaning("T02", "date", "deposit / receive done payment"),
  meaning("T03", "date", "labdip submit / customer fabric colour"),
  meaning(
    "T04",
    "date",
    "labdip approve / customer fabric colour receive | labdip / done fabric colour sample receive @0.97 | colour approve / customer fabric @0.9",
  ),
  meaning("T05", "date", "greige / receive done end fabric | yarn / receive done end @0.78"),
  meaning("T06S", "date", "dye start /"),
  meaning("T06", "date", "dye / end done out | dye fabric / end done"),
  meaning(
    "T07",
    "date",
    "bulkshade / approve fabric done customer submit sample colour | fabric approve / colour customer sew @0.85 | bulkshade approve / fabric customer colour",
  ),
  meaning("T08", "date", "fabric test / receive result approve done"),
  meaning(
    "T09",
    "date",
    "fabric receive / done end factory sew item total customer | fabric ready / done | fabric / done sew @0.8 | fabric factory / done @0.9 | fabric end / @0.8 | fabric due / factory @0.85 | fabric supplier receive / @0.9",
  ),
  meaning("T10", "date", "fabric inspect / done"),
  meaning(
    "T11",
    "date",
    "trims card / approve done fabric receive customer submit | trims approve / customer card | card approve / @0.8",
  ),
  meaning(
    "T12",
    "date",
    "trims ready / done | trims receive / done end factory sew fabric item total | trims / done @0.8 | trims factory / @0.9 | trims due / factory @0.85 | trims end / @0.8",
  ),
  meaning("T13", "date", "packmat / receive done factory trims end | pack trims / receive done factory"),
  meaning(
    "T14",
    "date",
    "fit submit / sample customer size | fit ship / sample customer | sizeset submit / sample customer | fit / sample @0.85 | sizeset / sample @0.85",
  ),
  meaning(
    "T15",
    "date",
    "fit approve / sample customer done receive size | fit remark / sample customer receive done approve @0.9 | sizeset approve / sample customer done receive",
  ),
  meaning(
    "T15W",
    "date",
    "washstd / approve customer done | wash approve / sample customer | wash standard / approve",
  ),
  meaning(
    "T16",
    "date",
    "pp submit / sample customer done | pp ship / sample customer done | pp ready / sample",
  ),
  meaning(
    "T17",
    "date",
    "pp approve / sample customer done receive | pp remark / sample customer receive done approve due @0.9 | pp / sample done customer @0.97",
  ),
  meaning("T18", "date", "pp meeting / done | meeting / pp done @0.9"),
  meaning(
    "T19S",
    "date",
    "cut start / factory done sew | cut / factory @0.95 | cut in / | cut receive / @0.5",
  ),
  meaning("T19", "date", "cut end / factory done | cut done / end factory | cut out /"),
  meaning(
    "T20S",
    "date",
    "print start / panel | emb start / panel print | print in / panel | emb in / panel",
  ),
  meaning(
    "T20",
    "date",
    "print / panel emb end done receive | emb / panel print end done receive | panel print / emb",
  ),
  meaning("T21S", "date", "sew start / factory done item | sew in / factory"),
  meaning(
    "T21",
    "date",
    "sew end / factory done item | sew / factory done @0.93 | sew done / end factory | sew out / factory",
  ),
  meaning("T22", "date", "initial inspect / done | initial / @0.85"),
  meaning("T23", "date", "mid inspect / done | mid / @0.85"),
  meaning("T24S", "date", "wash start / | wash submit / @0.8 | wash in /"),
  meaning("T24", "date", "wash / end done receive | wash end / | wash out / | wash receive /"),
  meaning(
    "T25",
    "date",
    "garment test / result done | test / garment item done @0.7 | item test / result approve done",
  ),
  meaning("T26S", "date", "finish start / | pack start / finish"),
  meaning("T26", "date", "finish / end done | finish end / done"),
  meaning(
    "T27",
    "date",
    "pack / end done finish item | pack end / done finish | pack done / end | finish pack / end done",
  ),
  meaning("T28", "date", "booking / done approve"),
  meaning(
    "T29",
    "date",
    "final inspect / done customer | inspect / done customer approve @0.93 | final / @0.6",
  ),
  meaning(
    "T30",
    "date",
    "exfty / done last factory final item board approve | ship / done last final item out factory end @0.95 | exfty ship / done final | ship receive / @0.6 | due done / ship @0.7 | due actual / date ship customer order @0.95 | ship out / | board factory / date plan softPlan @0.85",
  ),
  meaning("T31", "date", "customs / done"),
  meaning("T32", "date", "board / ship done | board ship / done"),
  meaning("T33", "date", "bl / approve receive done submit"),
  meaning("T34", "date", "docs / submit done customer receive | docs submit /"),
  meaning("T35", "date", "payment / receive done customer | payment receive / | payment due / date @0.85"),
  meaning("T36", "date", "refund / done submit"),
  meaning("T37", "date", "closed / done order"),
  meaning("TOP", "date", "top / approve submit sample customer done | top approve / sample customer"),
];
