import { BookError } from "../sheet/book";
import type { HostServices, ObjectClass, Ref, Scalar } from "./classes";
import { GatheredWrite } from "./gatheredWrite";
import { objectClasses } from "./objectModel";
import { project } from "./project";

interface ArgumentInfo {
  Arguments?: unknown[] | null;
  ReferencedObjectPathIds?: unknown[] | null;
}

interface ObjectPath {
  Id: number;
  ObjectPathType: number;
  Name: string;
  ParentObjectPathId: number;
  ArgumentInfo?: ArgumentInfo;
}

interface Action {
  Id: number;
  ActionType: number;
  Name: string;
  ObjectPathId: number;
  ArgumentInfo?: ArgumentInfo;
  QueryInfo?: { Select?: string[]; Expand?: string[]; Skip?: number; Top?: number };
}

export interface RequestBody {
  Actions: Action[];
  ObjectPaths: Record<string, ObjectPath>;
}

export interface ReplyBody {
  Results: { ActionId: number; Value: unknown }[];
  TraceIds: number[];
  Error?: { Code: string; Message: string; Location: string; ActionIndex: number; HttpStatusCode: number };
}

const PATH = { global: 1, newObject: 2, method: 3, property: 4, indexer: 5, reference: 6, nothing: 7 };
const ACTION = { instantiate: 1, query: 2, method: 3, set: 4, trace: 5, queryAsJson: 7 };

/** Whose place depends on calculated values. */
const NEEDS_VALUES =
  /^(GetUsedRange|GetSpill|GetSurrounding|GetSpecialCells|GetExtendedRange|GetRangeEdge|GetRange$|GetRangeOrNullObject$)/;

/** What can be told while cells are being calculated, so that nobody waits for it: names, places, sizes, looks. */
const NEEDS_NO_VALUES =
  /(^|\/)(id|key|name|address|addressLocal|position|visibility|protected|rowIndex|columnIndex|rowCount|columnCount|rowHidden|columnHidden|columnWidth|rowHeight|numberFormat|horizontalAlignment|verticalAlignment|wrapText|color|bold|italic|size|style|weight|areaCount|enabled)$/i;

/** Properties that the client writes in pieces when they are large. */
const PIECES = new Set(["Values", "Formulas", "FormulasLocal", "NumberFormat"]);

const INTERNAL = "There was an internal error while processing the request.";

const STATUS: Readonly<Record<string, number>> = {
  ItemNotFound: 404,
  AccessDenied: 403,
  GeneralException: 500,
};

export const isRef = (value: unknown): value is Ref =>
  typeof value === "object" && value !== null && "type" in value && "self" in value;

/** One request of a client: its actions in order, until one fails. */
export class QueryRun {
  private readonly made = new Map<number, Ref | null>();
  private readonly kept = new Map<number, string>();
  private gathered: GatheredWrite | undefined;
  /** `Range.Values=`, `TableCollection.Add()`, ... for the log. */
  readonly did: string[] = [];
  wrote = false;

  constructor(
    private readonly host: HostServices,
    private readonly body: RequestBody,
    private readonly act: <T>(work: () => T) => T,
    private readonly newReference: (object: Ref) => string,
    private readonly failAt?: number,
  ) {}

  async run(): Promise<ReplyBody> {
    const reply: ReplyBody = { Results: [], TraceIds: [] };
    const { Actions } = this.body;
    let index = 0;
    try {
      for (; index < Actions.length; index++) {
        const action = Actions[index]!;
        if (this.gathered && !this.leavesWriteOpen(action)) this.writeGathered();
        if (index === this.failAt) throw new BookError("GeneralException", INTERNAL);
        if (this.needsValues(action)) await this.host.book.calculated();
        if (action.ActionType === ACTION.trace) reply.TraceIds.push(action.Id);
        const value = this.act(() => this.perform(action, index));
        reply.Results.push({ ActionId: action.Id, Value: value ?? null });
      }
      this.writeGathered();
    } catch (thrown) {
      const at = this.gathered?.index ?? index;
      reply.Results.length = Math.min(reply.Results.length, at);
      reply.Error = this.failure(thrown, at);
    }
    return reply;
  }

  /** What comes between the pieces of one large write. */
  private leavesWriteOpen({ ActionType, Name, ObjectPathId }: Action): boolean {
    if (ActionType === ACTION.trace) return true;
    if (ActionType === ACTION.set) return PIECES.has(Name);
    if (ActionType === ACTION.method) return Name === "_ValidateArraySize";
    const path = this.body.ObjectPaths[ObjectPathId];
    return ActionType === ACTION.instantiate && (path?.Name === "GetRow" || path?.Name === "GetBoundingRect");
  }

  private writeGathered(): void {
    const { gathered } = this;
    if (!gathered) return;
    const range = this.classOf({ type: "Range", self: gathered.area }).scalars![gathered.member];
    this.act(() => (range as Scalar<unknown>).set!(gathered.area, gathered.values, this.host));
    this.gathered = undefined;
  }

  private needsValues({ ActionType, ObjectPathId, QueryInfo = {} }: Action): boolean {
    if (!this.host.book.calculating) return false;
    if (ActionType === ACTION.query || ActionType === ACTION.queryAsJson) {
      const asked = [...(QueryInfo.Select ?? []), ...(QueryInfo.Expand ?? [])];
      return asked.length === 0 || asked.some((path) => !NEEDS_NO_VALUES.test(path));
    }
    if (ActionType !== ACTION.instantiate) return false;
    const path = this.body.ObjectPaths[ObjectPathId];
    return path !== undefined && path.ObjectPathType === PATH.method && NEEDS_VALUES.test(path.Name);
  }

  private failure(thrown: unknown, index: number): ReplyBody["Error"] {
    const action = this.body.Actions[index]!;
    const path = this.body.ObjectPaths[action.ObjectPathId];
    const known = thrown instanceof BookError;
    const code = known ? thrown.code : "GeneralException";
    const type =
      this.made.get(action.ObjectPathId)?.type ?? this.made.get(path?.ParentObjectPathId ?? -1)?.type;
    const member = action.Name || path?.Name || "";
    return {
      Code: code,
      Message: thrown instanceof Error ? thrown.message : String(thrown),
      Location: type ? `${type}.${member.charAt(0).toLowerCase()}${member.slice(1)}` : member,
      ActionIndex: index,
      HttpStatusCode: STATUS[code] ?? 400,
    };
  }

  private perform(action: Action, index: number): unknown {
    switch (action.ActionType) {
      case ACTION.instantiate:
        return this.instantiate(action);
      case ACTION.query:
      case ACTION.queryAsJson:
        return this.query(action);
      case ACTION.method:
        return this.call(action);
      case ACTION.set:
        return this.set(action, index);
      case ACTION.trace:
        return null;
      default:
        throw new BookError("NotImplemented", `This host knows no action of type ${action.ActionType}.`);
    }
  }

  private instantiate({ ObjectPathId }: Action): unknown {
    const object = this.resolve(ObjectPathId);
    if (!object) return null;
    const id = this.classOf(object).id?.(object.self, this.host);
    const reference = this.kept.get(ObjectPathId);
    return {
      ...(id === undefined ? {} : { Id: id }),
      ...(reference === undefined ? {} : { _ReferenceId: reference }),
    };
  }

  private query({ ObjectPathId, QueryInfo = {} }: Action): unknown {
    const object = this.resolve(ObjectPathId);
    if (!object) return null;
    const paths = [...(QueryInfo.Select ?? []), ...(QueryInfo.Expand ?? [])];
    return project(object, paths, this.host, { skip: QueryInfo.Skip ?? 0, top: QueryInfo.Top ?? 0 });
  }

  private call({ ObjectPathId, Name, ArgumentInfo }: Action): unknown {
    const object = this.resolve(ObjectPathId);
    if (Name === "_KeepReference") {
      if (object) this.kept.set(ObjectPathId, this.newReference(object));
      return null;
    }
    if (!object) throw nothingThere();
    const result = this.invoke(object, Name, ArgumentInfo);
    return isRef(result) ? null : result;
  }

  private set({ ObjectPathId, Name, ArgumentInfo }: Action, index: number): null {
    const object = this.resolve(ObjectPathId);
    if (!object) throw nothingThere();
    const scalar = this.classOf(object).scalars?.[Name];
    if (!scalar || typeof scalar === "function" || !scalar.set) throw missing(object.type, Name);
    this.wrote = true;
    const [value] = this.given(ArgumentInfo);
    if (object.type === "Range" && PIECES.has(Name) && GatheredWrite.fits(object.self, value)) {
      if (this.gathered?.take(Name, object.self, value)) return null;
      this.writeGathered();
      this.did.push(`${object.type}.${Name}=`);
      this.gathered = new GatheredWrite(Name, index, object.self, value);
      return null;
    }
    this.writeGathered();
    this.did.push(`${object.type}.${Name}=`);
    scalar.set(object.self, value, this.host);
    return null;
  }

  private classOf(object: Ref): ObjectClass<any> {
    const found = objectClasses.get(object.type);
    if (!found) throw missing(object.type, "");
    return found;
  }

  private invoke(object: Ref, name: string, info?: ArgumentInfo): unknown {
    const method = this.classOf(object).methods?.[name];
    if (!method) throw missing(object.type, name);
    this.did.push(`${object.type}.${name}()`);
    if (!/^(_|Get|Load)/.test(name)) this.wrote = true;
    return method(object.self, this.given(info), this.host);
  }

  private given(info?: ArgumentInfo): unknown[] {
    return this.dereference(info?.Arguments ?? [], info?.ReferencedObjectPathIds);
  }

  private dereference(args: unknown[], paths?: unknown[] | null): unknown[] {
    return args.map((arg, index) => {
      const path = paths?.[index];
      if (Array.isArray(path)) return this.dereference(arg as unknown[], path);
      if (typeof path === "number" && path !== 0) return this.resolve(path);
      return this.nested(arg);
    });
  }

  /** Objects inside plain data come as `{_ObjectPathId: n}`. */
  private nested(value: unknown): unknown {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    const path = (value as { _ObjectPathId?: number })._ObjectPathId;
    return path === undefined ? value : this.resolve(path);
  }

  private resolve(id: number): Ref | null {
    const known = this.made.get(id);
    if (known !== undefined) return known;
    const path = this.body.ObjectPaths[id];
    if (!path) throw new BookError("InvalidObjectPath", `The object path ${id} is not in the request.`);
    const object = this.follow(path);
    this.made.set(id, object);
    return object;
  }

  private follow(path: ObjectPath): Ref | null {
    switch (path.ObjectPathType) {
      case PATH.global:
        return { type: "Workbook", self: null };
      case PATH.newObject:
        if (!objectClasses.has(path.Name)) throw missing(path.Name, "");
        return { type: path.Name, self: null };
      case PATH.reference: {
        const kept = this.host.references.get(path.Name);
        if (!kept)
          throw new BookError("InvalidReference", "This reference is not valid for the current operation.");
        return kept;
      }
      case PATH.nothing:
        return null;
    }
    const parent = this.resolve(path.ParentObjectPathId);
    if (!parent) return null;
    const type = this.classOf(parent);
    if (path.ObjectPathType === PATH.indexer) {
      if (!type.item) throw missing(parent.type, "getItem");
      return type.item(parent.self, this.given(path.ArgumentInfo)[0], this.host);
    }
    if (path.ObjectPathType === PATH.property) {
      const navigation = type.navigations?.[path.Name];
      if (!navigation) throw missing(parent.type, path.Name);
      return navigation(parent.self, this.host);
    }
    const result = this.invoke(parent, path.Name, path.ArgumentInfo);
    return isRef(result) ? result : null;
  }
}

const nothingThere = () => new BookError("ItemNotFound", "The requested resource doesn't exist.");

export function missing(type: string, member: string): BookError {
  const name = member ? `${type}.${member.charAt(0).toLowerCase()}${member.slice(1)}` : type;
  return new BookError("ApiNotFound", `The API ${name} is not in this host.`);
}
