/** A worksheet function's help in Chinese; the English stands in the comment above the function itself. */
export interface FunctionText {
  readonly description: string;
  /** By the parameter's name, which is the same in every language. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly returns: string;
  readonly errors: string;
  readonly source: string;
}

export type FunctionTexts = Readonly<Record<string, FunctionText>>;
