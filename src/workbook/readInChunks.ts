/** Excel on the web answers at most 5 MB; a first small chunk tells how many bytes a row takes. */
const CHUNK_BYTES = 3_500_000;
const FIRST_ROWS = 200;

/** All values of a range too large for one answer: a sync per chunk. */
export async function readInChunks(context: Excel.RequestContext, range: Excel.Range): Promise<unknown[][]> {
  range.load("rowCount");
  const read: unknown[][] = [];
  const readFrom = async (start: number, rows: number): Promise<void> => {
    const chunk = range.getRow(start).getResizedRange(rows - 1, 0);
    chunk.load("values");
    await context.sync();
    const values = chunk.values as unknown[][];
    read.push(...values);
    const left = range.rowCount - read.length;
    if (left <= 0) return;
    const bytesPerRow = JSON.stringify(values).length / rows;
    await readFrom(read.length, Math.min(left, Math.max(1, Math.floor(CHUNK_BYTES / bytesPerRow))));
  };
  await context.sync();
  await readFrom(0, Math.min(FIRST_ROWS, range.rowCount));
  return read;
}
