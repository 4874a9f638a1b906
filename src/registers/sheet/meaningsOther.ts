import { meaning, type Meaning } from "./meanings";

/** Columns of an inspection list, by field id of the inspections register. */
export const inspectionMeanings: readonly Meaning[] = [
  meaning("id", "code", "reportno / inspect no | inspect no / | test no / @0.6 | serial / @0.3"),
  meaning(
    "date",
    "date",
    "inspect date / actual final | date / inspect actual @0.85 | inspect / actual date @0.6 | test date / @0.5",
  ),
  meaning(
    "po",
    "code",
    "order no / customer own purchase item sew | order / customer @0.9 | customer order / no | purchase order / no",
  ),
  meaning(
    "style",
    "code",
    "style no / customer own item order | style / item customer @0.97 | item no / customer @0.8",
  ),
  meaning(
    "type",
    "inspection",
    "inspect type / | inspect stage / final | stage / @0.95 | inspect status / @0.4 | type / @0.6 | inspect / @0.5 | inspect mode / @0.8",
  ),
  meaning(
    "lot",
    "whole",
    "lot / qty inspect order | qty / order total ship item @0.75 | order qty / total @0.75 | ship qty / @0.8 | inspect qty / @0.55",
  ),
  meaning("level", "text", "level / inspect aql"),
  meaning("majorAql", "number", "aql major / | aql / @0.6"),
  meaning("minorAql", "number", "aql minor / "),
  meaning("severity", "text", "severity / inspect"),
  meaning("standard", "text", "standard / inspect"),
  meaning("sampleSize", "whole", "samplesize / qty inspect no | sample qty / inspect"),
  meaning(
    "inspected",
    "whole",
    "checked / qty inspect actual samplesize | inspect qty / actual @0.9 | checked samplesize /",
  ),
  meaning("critical", "whole", "critical / defect qty total | serious / defect qty total @0.9"),
  meaning("major", "whole", "major / defect qty total | serious / defect qty total @0.76"),
  meaning("minor", "whole", "minor / defect qty total"),
  meaning(
    "verdict",
    "verdict",
    "result / inspect final order | inspect result / final | inspect status / @0.7 | status / @0.5",
  ),
  meaning(
    "reason",
    "longText",
    "reason / reject inspect result defect | result reason / | defect desc / major minor @0.85 | defect remark / @0.6 | defect / @0.6",
  ),
  meaning("inspector", "text", "inspector / name person | inspect person / name | inspect / name @0.8"),
  meaning("cartons", "whole", "carton / qty checked no total open inspect"),
  meaning("measured", "whole", "measured / qty size no"),
  meaning("measuredOut", "whole", "outOfTolerance / qty measured no size"),
  meaning("reinspectionOf", "code", "reinspect / no reportno order"),
  meaning("factory", "text", "factory / name place no"),
  meaning("customer", "text", "customer / name no"),
  meaning("colour", "colour", "colour / no name"),
  meaning("remarks", "longText", "remark / inspect order"),
];

/** Columns of a material list. */
export const materialMeanings: readonly Meaning[] = [
  meaning(
    "item",
    "text",
    "fabric / name desc type item greige yarn | greige / name desc type item no fabric @0.9 | yarn / name desc type item @0.9 | trims / name desc type item | item / name desc size | item name / | item desc / | desc / item fabric @0.9 | fabric name / no greige yarn | greige name / no | trims name / no | fabric no / trims item @0.78 | trims no / fabric item @0.78 | item no / @0.78 | fabric style / no @0.7",
  ),
  // After the item: "Fabric type" is the item itself where no other column names it.
  meaning(
    "kind",
    "text",
    "item type / name | type / item | fabric type / item | trims type / item | fabric trims / type item",
  ),
  meaning(
    "po",
    "code",
    "order no / customer own purchase item | order / customer @0.9 | purchase order / no",
  ),
  meaning("style", "code", "style no / customer own order | style / customer @0.97"),
  meaning("supplier", "text", "supplier / name no item fabric trims | supplier name / no"),
  meaning("colour", "colour", "colour / no name item fabric"),
  meaning("spec", "text", "size / desc item | batchlot / "),
  meaning("unit", "unit", "uom / item | piece / @0.95"),
  meaning(
    "required",
    "number",
    "request qty / total item fabric trims | request / total fabric item @0.9 | plan qty / fabric | usage total / qty fabric item @0.85 | plan purchase / qty total @0.85",
  ),
  meaning(
    "perPiece",
    "number",
    "usage piece / order item fabric purchase cost plan | usage / order item fabric @0.78 | issue piece /",
  ),
  meaning(
    "ordered",
    "number",
    "purchase qty / total order actual item request | booking qty / total done item | order qty / purchase total @0.79 | fabric order qty / total item purchase | qty / total item fabric @0.8 | purchase / total @0.6 | order / total @0.85",
  ),
  meaning(
    "received",
    "number",
    "receive qty / total actual item fabric done | ship done qty / total | due qty / done fabric trims item @0.85 | receive / total cumulative qty item actual @0.85",
  ),
  meaning(
    "balance",
    "number",
    "balance qty / receive item fabric trims due | balance / receive item order fabric | balance receive /",
  ),
  meaning("price", "money", "price / piece item money currency plan actual purchase order"),
  meaning("amount", "money", "amount / total item money currency plan actual purchase order"),
  meaning("orderDate", "date", "order date / purchase | purchase date / | orderDate / date"),
  meaning(
    "eta",
    "date",
    "receive plan / date item fabric trims supplier | due / date request item plan supplier approve revise fabric trims | receive date / plan item fabric trims @0.85 | receive / plan item fabric @0.8 | receive request / date | plan date / @0.9 | exmill / date plan @0.6 | board / date softPlan @0.5",
  ),
  meaning(
    "receivedDate",
    "date",
    "receive date actual / item fabric trims | receive actual / date item fabric trims | receive done / date @0.85 | receive date / last item @0.8",
  ),
  meaning("remarks", "longText", "remark / order item"),
];

/** Columns that order sheets have and no register keeps: known so that they are taken for nothing else. */
export const otherMeanings: readonly Meaning[] = [
  meaning("serial", "any", "serial / no | sno / no | no / @0.8"),
  meaning(
    "amount",
    "money",
    "amount / total order document money item ship sew customer style fabric cost price currency plan actual | total money / order",
  ),
  meaning(
    "cost",
    "money",
    "cost / total piece money fabric trims price item ship order percent actual plan amount wash sew customer",
  ),
  meaning(
    "cutQty",
    "whole",
    "cut qty / total plan actual cumulative daily done order | cut balance / qty total | cut total / | cut daily / qty | cut cumulative / | cut percent /",
  ),
  meaning(
    "sewQty",
    "whole",
    "sew qty / total plan actual cumulative daily done start end in out | sew balance / qty | sew total / start end in out | daily / qty total sew | done qty / total sew | sew daily / qty | end qty / total | out qty / | start qty / | sew cumulative / qty | sew percent / done | finish qty / total done | wash qty / total | print qty / total | emb qty / total | end daily / qty",
  ),
  meaning(
    "packQty",
    "whole",
    "pack qty / total done cumulative end finish balance daily | pack total / end finish | pack balance / | carton qty / pack",
  ),
  meaning(
    "shippedQty",
    "whole",
    "ship qty / total actual done balance cumulative out plan order | ship balance / qty | ship total / out | exfty qty / actual total balance | due qty / actual total | ship percent / qty",
  ),
  meaning(
    "receivedQty",
    "number",
    "receive qty / total actual fabric trims item cumulative | fabric receive qty / | fabric qty / total order receive request balance | trims qty / total order receive request balance",
  ),
  meaning(
    "balance",
    "number",
    "balance / qty order total receive stock item ship late percent fabric trims | balance percent / qty",
  ),
  meaning("stock", "number", "stock / qty total item fabric order late cumulative"),
  meaning(
    "issued",
    "number",
    "issue / qty total piece fabric item date cumulative | usage / qty total fabric item order plan last @0.75 | usage piece / order purchase fabric @0.9",
  ),
  meaning(
    "reject",
    "number",
    "reject / qty total percent sew inspect reason | defect qty / total major minor critical | defect percent / total | defect / total @0.65",
  ),
  meaning(
    "efficiency",
    "number",
    "efficiency / qty total plan actual percent time sew team piece standard start end done days daily no",
  ),
  meaning("wage", "any", "wage / no name total qty date days time price"),
  meaning("percent", "percent", "percent / total done cut sew pack ship plan actual balance fabric"),
  meaning("team", "text", "team / name no sew factory | sew team / no | team no /"),
  meaning(
    "supplier",
    "text",
    "supplier / name no fabric trims item print emb wash dye | fabric supplier / name | factory fabric / name @0.5",
  ),
  meaning(
    "destination",
    "text",
    "dest / place item name no order customer country | country / factory item name order dest place no fabric | place / due order ship item @0.8 | due place / | ship place /",
  ),
  meaning("season", "text", "season / order year item no"),
  meaning("month", "any", "month / due order ship year plan | year / month | due month /"),
  meaning("week", "any", "week / due order ship year no plan"),
  meaning("shipMode", "text", "mode / ship order item place price payment"),
  meaning("uom", "unit", "uom / item order qty | piece / @0.75"),
  meaning("picture", "any", "picture / style item"),
  meaning("type", "text", "type / order item style fabric sew customer due receive"),
  meaning(
    "fabricText",
    "text",
    "fabric / desc name type item style batchlot | batchlot / fabric no item qty | fabric desc / | fabric no / name @0.75 | fabric name / no",
  ),
  meaning("trimsText", "text", "trims / desc name type item | trims no / name @0.75 | trims status /"),
  meaning(
    "milestoneStatus",
    "text",
    "status / fabric trims greige yarn pp top labdip fit sizeset sample wash cut sew print emb pack inspect bulkshade payment booking test customer bl docs | sample status / | fabric status / | trims status / | pp status / | sample approve / status",
  ),
  meaning(
    "comment",
    "longText",
    "remark / fabric trims pp top labdip fit sizeset sample wash cut pack inspect payment late receive bulkshade print emb",
  ),
  meaning(
    "lateReason",
    "longText",
    "late reason / ship due order | reason / late order reject | late remark / reason",
  ),
  meaning(
    "sample",
    "any",
    "sample / request customer date submit receive done qty total no | artwork / approve submit receive print emb date done | pattern / approve submit done date style plan | sms / sample submit approve receive customer date",
  ),
  meaning(
    "leadTime",
    "days",
    "days / order sew total plan actual due receive fabric standard | time / sew total piece standard",
  ),
  meaning("carton", "number", "carton / qty total no ship pack item size actual piece cumulative"),
  meaning(
    "document",
    "code",
    "document / no order ship item date customs name | pi / no date order @0.7 | bl no / | booking no / | customs no / document",
  ),
  meaning("upc", "code", "upc / no item order"),
  meaning("priority", "any", "priority / order level"),
  meaning("sign", "any", "sign / date person name customer order factory receive ship"),
  meaning("audit", "any", "audit / date order time person name"),
  meaning("link", "any", "link / order fabric item"),
  meaning(
    "materialDate",
    "date",
    "exmill / date last fabric trims supplier plan actual ship | fabric order / date po no plan actual | trims order / date po no plan actual | fabric orderDate / date plan actual | trims orderDate / date plan actual | fabric purchase / date plan actual order | trims purchase / date plan actual order | fabric booking / date plan actual done | trims booking / date plan actual done | greige booking / date plan actual done | fabric board / date softPlan plan | trims board / date softPlan plan | fabric ship / date plan actual | trims ship / date plan actual | supplier ship / date plan actual",
  ),
  meaning("anyDate", "date", "window / date plan actual"),
  meaning("cutoff", "date", "cutoff / date ship customs"),
  meaning(
    "arrival",
    "date",
    "arrivePort / date plan actual | receive / date plan @0.7 | receive customer / date",
  ),
  meaning("revised", "date", "revise date / order item"),
  meaning(
    "anyDate",
    "date",
    "date / last plan actual @0.9 | start / date plan actual @0.5 | end / date plan actual @0.5 | done / date @0.6 | plan date / @0.9 | actual date / @0.9",
  ),
  meaning("daily", "number", "daily / qty plan actual total sew efficiency"),
];
