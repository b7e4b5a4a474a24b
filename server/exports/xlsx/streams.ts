/**
 * A stream of what a generator makes, no faster than it is read. Who cancels the stream ends the
 * generator, so that its `finally` runs.
 */
export function streamOf<Chunk>(chunks: AsyncGenerator<Chunk>): ReadableStream<Chunk> {
  return new ReadableStream<Chunk>(
    {
      async pull(controller) {
        const { done, value } = await chunks.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await chunks.return(undefined);
      },
    },
    // Not even a first chunk before somebody reads.
    { highWaterMark: 0 },
  );
}

/**
 * What a transformation makes of chunks. Each one is waited for: Node's `pipeThrough` would take
 * them all at once, however slowly the result is read.
 */
export async function* through<In, Out>(
  { writable, readable }: ReadableWritablePair<Out, In>,
  chunks: AsyncGenerator<In>,
): AsyncGenerator<Out> {
  const writing = writeAll(writable.getWriter(), chunks);
  try {
    yield* chunksOf(readable);
  } finally {
    await writing;
  }
}

/** The chunks of a stream. Who stops asking for them cancels it. */
export async function* chunksOf<Chunk>(stream: ReadableStream<Chunk>): AsyncGenerator<Chunk> {
  const reader = stream.getReader();
  let ended = false;
  try {
    while (!ended) {
      const { done, value } = await reader.read();
      ended = done;
      if (value !== undefined) yield value;
    }
  } finally {
    if (!ended) await reader.cancel().catch(() => undefined);
  }
}

async function writeAll<Chunk>(
  writer: WritableStreamDefaultWriter<Chunk>,
  chunks: AsyncGenerator<Chunk>,
): Promise<void> {
  try {
    let written: Promise<void> = Promise.resolve();
    for await (const chunk of chunks) {
      // The next chunk is made while this one is worked on.
      await written;
      written = writer.write(chunk);
      written.catch(() => undefined);
    }
    await writer.close();
  } catch (error) {
    // The reading end throws it, unless it is the one that left.
    await writer.abort(error).catch(() => undefined);
  }
}
