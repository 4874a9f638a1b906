import { Button, Field, makeStyles, mergeClasses } from "@fluentui/react-components";
import { DeleteRegular } from "@fluentui/react-icons/svg/delete";
import { useMessages } from "../context";
import { useLayout } from "../ui/layout";
import { NumberInput } from "../ui/NumberInput";
import { Suggest } from "../ui/Suggest";
import { ToneLine } from "../ui/tone";
import { colourSum, type ColourDraft } from "./orderDraft";

const useStyles = makeStyles({
  root: { margin: 0 },
  first: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 3fr) minmax(0, 2fr) auto",
    gap: "8px",
    alignItems: "start",
  },
  alone: { gridTemplateColumns: "minmax(0, 3fr) minmax(0, 2fr)" },
  sizes: { display: "grid", gridTemplateColumns: "repeat(auto-fill, minmax(60px, 1fr))", gap: "8px 4px" },
  remove: { marginTop: "26px" },
});

/** One colour of the order with its sizes. */
export function ColourCard(props: {
  value: ColourDraft;
  place: number;
  sizes: readonly string[];
  suggestions: readonly string[];
  colourProblem: string | undefined;
  qtyProblem: string | undefined;
  onChange: (next: ColourDraft) => void;
  onRemove: (() => void) | undefined;
}) {
  const styles = useStyles();
  const layout = useLayout();
  const messages = useMessages();
  const { value, sizes, onChange } = props;
  const name = value.colour.trim() || messages.order.colourNumber(props.place);
  const { sizesSum } = colourSum(value, sizes);
  const off = value.qty === undefined || sizesSum === undefined ? 0 : sizesSum - value.qty;
  return (
    <fieldset className={mergeClasses(layout.card, styles.root)} aria-label={name} data-colour={value.number}>
      <div className={mergeClasses(styles.first, !props.onRemove && styles.alone)}>
        <Field label={messages.order.colour} validationMessage={props.colourProblem}>
          <Suggest
            value={value.colour}
            suggestions={props.suggestions}
            onText={(colour) => onChange({ ...value, colour })}
          />
        </Field>
        <Field label={messages.order.qty} validationMessage={props.qtyProblem}>
          <NumberInput
            value={value.qty}
            placeholder={sizesSum === undefined || Number.isNaN(sizesSum) ? undefined : String(sizesSum)}
            onNumber={(qty) => onChange({ ...value, qty })}
          />
        </Field>
        {props.onRemove && (
          <Button
            className={styles.remove}
            appearance="subtle"
            icon={<DeleteRegular />}
            title={messages.order.removeColour(name)}
            aria-label={messages.order.removeColour(name)}
            onClick={props.onRemove}
          />
        )}
      </div>
      {sizes.length > 0 && (
        <div className={styles.sizes}>
          {sizes.map((size) => (
            <Field key={size} label={size} size="small">
              <NumberInput
                size="small"
                data-size={size}
                value={value.bySize[size]}
                aria-label={messages.order.qtyOfSize(name, size)}
                onNumber={(count) => onChange({ ...value, bySize: { ...value.bySize, [size]: count } })}
              />
            </Field>
          ))}
        </div>
      )}
      {sizesSum !== undefined && !Number.isNaN(sizesSum) && (
        <div className={layout.spread}>
          {off === 0 || Number.isNaN(off) ? (
            <ToneLine tone="good">{messages.order.sizesTotal(sizesSum)}</ToneLine>
          ) : (
            <>
              <ToneLine tone="bad">
                {off < 0
                  ? messages.order.sizesShort(sizesSum, -off)
                  : messages.order.sizesOver(sizesSum, off)}
              </ToneLine>
              <Button size="small" onClick={() => onChange({ ...value, qty: sizesSum })}>
                {messages.order.useTotal(sizesSum)}
              </Button>
            </>
          )}
        </div>
      )}
    </fieldset>
  );
}
