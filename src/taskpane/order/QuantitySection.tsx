import { Button, Field, Input, Link } from "@fluentui/react-components";
import { AddRegular } from "@fluentui/react-icons/svg/add";
import { useRef, useState, type ClipboardEvent, type KeyboardEvent } from "react";
import { useBook, useMessages } from "../context";
import { valuesOf } from "../orders";
import { useLayout } from "../ui/layout";
import { Section } from "../ui/Section";
import { ToneLine } from "../ui/tone";
import { ColourCard } from "./ColourCard";
import { colourDraft, colourSum, sizeNames, type OrderDraft } from "./orderDraft";
import { isBlock, readSizeGrid, withSizeGrid, type SizeGridProblem } from "./sizeGrid";

type Pasted =
  | {
      readonly kind: "taken";
      readonly before: OrderDraft;
      readonly after: OrderDraft;
      readonly colours: number;
    }
  | { readonly kind: "refused"; readonly problem: SizeGridProblem };

/** Colours and sizes: typed, or pasted as a whole from a sheet. */
export function QuantitySection(props: {
  draft: OrderDraft;
  /** One row that is edited has one colour. */
  single: boolean;
  colourProblem: (index: number) => string | undefined;
  qtyProblem: (index: number) => string | undefined;
  onChange: (next: OrderDraft) => void;
}) {
  const layout = useLayout();
  const messages = useMessages();
  const book = useBook();
  const { draft, single, onChange } = props;
  const root = useRef<HTMLDivElement>(null);
  const add = useRef<HTMLButtonElement>(null);
  const [pasted, setPasted] = useState<Pasted | undefined>();
  const sizes = sizeNames(draft.sizes);
  const total = draft.colours.reduce((sum, colour) => sum + (colourSum(colour, sizes).qty ?? 0), 0);
  const lastNumber = Math.max(...draft.colours.map(({ number }) => number));
  const change = (part: Partial<OrderDraft>) => onChange({ ...draft, ...part });

  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData("text/plain");
    const field = event.target as HTMLElement;
    const colour = field.closest<HTMLElement>("[data-colour]")?.dataset.colour;
    // A row of sizes is what the field of sizes itself takes.
    if (!isBlock(text) || (colour === undefined && !/\n\s*\S/.test(text))) return;
    event.preventDefault();
    const grid = readSizeGrid(text);
    const at = {
      colour: Number(colour ?? draft.colours[0]?.number),
      size: field.closest<HTMLElement>("[data-size]")?.dataset.size,
    };
    const after = "code" in grid ? grid : withSizeGrid(draft, grid, at, single);
    if ("code" in after) setPasted({ kind: "refused", problem: after });
    else {
      setPasted({ kind: "taken", before: draft, after, colours: "code" in grid ? 0 : grid.rows.length });
      onChange(after);
    }
  };
  /** As in a sheet: on to the next quantity, instead of saving what is half typed. */
  const goOn = (event: KeyboardEvent) => {
    const field = (event.target as HTMLElement).closest<HTMLInputElement>("input[data-size]");
    if (event.key !== "Enter" || !field) return;
    event.preventDefault();
    const fields = [...(root.current?.querySelectorAll<HTMLInputElement>("input[data-size]") ?? [])];
    const next = fields[fields.indexOf(field) + 1] ?? add.current;
    next?.focus();
    if (next instanceof HTMLInputElement) next.select();
  };
  // What was pasted can be taken back as a whole until something else is changed.
  const undoable = pasted?.kind === "taken" && pasted.after === draft;
  return (
    <Section title={messages.order.quantities}>
      <div ref={root} className={layout.stack} onPasteCapture={paste} onKeyDown={goOn}>
        <Field label={messages.order.sizes} hint={messages.order.sizesHint}>
          <Input
            value={draft.sizes}
            autoComplete="off"
            style={{ minWidth: 0 }}
            input={{ style: { minWidth: 0, width: "100%" } }}
            onChange={(_, { value }) => change({ sizes: value })}
          />
        </Field>
        {draft.colours.map((colour, index) => (
          <ColourCard
            key={colour.number}
            value={colour}
            place={index + 1}
            sizes={sizes}
            suggestions={valuesOf(book, "colour")}
            colourProblem={props.colourProblem(index)}
            qtyProblem={props.qtyProblem(index)}
            onChange={(next) =>
              change({ colours: draft.colours.map((each) => (each === colour ? next : each)) })
            }
            onRemove={
              draft.colours.length > 1
                ? () => {
                    change({ colours: draft.colours.filter((each) => each !== colour) });
                    add.current?.focus();
                  }
                : undefined
            }
          />
        ))}
        <span role="status">
          {pasted?.kind === "refused" && (
            <ToneLine tone="bad">{messages.order.pasteProblem[pasted.problem.code](pasted.problem)}</ToneLine>
          )}
          {undoable && (
            <ToneLine tone="good">
              {messages.order.pasted(pasted.colours)}{" "}
              <Link
                as="button"
                type="button"
                onClick={() => {
                  setPasted(undefined);
                  onChange(pasted.before);
                }}
              >
                {messages.common.undo}
              </Link>
            </ToneLine>
          )}
        </span>
        <div className={layout.spread}>
          {single ? (
            <span />
          ) : (
            <Button
              ref={add}
              size="small"
              icon={<AddRegular />}
              onClick={() => change({ colours: [...draft.colours, colourDraft(lastNumber + 1)] })}
            >
              {messages.order.addColour}
            </Button>
          )}
          {total > 0 && (
            <span className={layout.hint}>{messages.order.total(total, draft.colours.length)}</span>
          )}
        </div>
      </div>
    </Section>
  );
}
