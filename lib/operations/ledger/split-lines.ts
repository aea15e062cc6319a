const newline = 0x0a;

/** A line of a stream; `ended` is false for a last line without its newline. */
export interface Line {
  readonly bytes: Buffer;
  readonly ended: boolean;
}

/** Splits a stream into lines without copying what lies within one chunk; lines come in batches. */
export async function* splitLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Line[]> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    const piece = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    const buffer = rest.length > 0 ? Buffer.concat([rest, piece]) : piece;
    const lines: Line[] = [];
    let start = 0;
    for (let end = buffer.indexOf(newline); end >= 0; end = buffer.indexOf(newline, start)) {
      lines.push({ bytes: buffer.subarray(start, end), ended: true });
      start = end + 1;
    }
    rest = buffer.subarray(start);
    if (lines.length > 0) yield lines;
  }
  if (rest.length > 0) yield [{ bytes: rest, ended: false }];
}
