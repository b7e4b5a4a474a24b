import { through } from './streams.ts';

export type Bytes = Uint8Array<ArrayBuffer>;

/** A file of an archive: its path, and its content as it comes, less than 4 GiB in all. */
export interface ZipEntry {
  path: string;
  content: AsyncGenerator<Bytes>;
}

/** An archive may grow to this; beyond it not every spreadsheet could read it in a stream. */
const MAX_ARCHIVE = 0xffff_ffff;

/** Version 2.0; the sizes follow the content; deflated; 1 January 1980, so that equal content gives equal bytes. */
const COMMON = [...u16(20), ...u16(8), ...u16(8), ...u16(0), ...u16(0x21)];

/**
 * A ZIP archive, made while its content comes.
 *
 * @throws RangeError when the archive grows over 4 GiB
 */
export async function* zip(entries: AsyncIterable<ZipEntry>): AsyncGenerator<Bytes> {
  let offset = 0;
  const directory: number[] = [];
  let count = 0;
  const placed = (bytes: Bytes) => {
    offset += bytes.length;
    if (offset > MAX_ARCHIVE) throw new RangeError('The file grows over 4 GiB.');
    return bytes;
  };
  for await (const { path, content } of entries) {
    const start = offset;
    const name = [...new TextEncoder().encode(path)];
    const unknown = [...u32(0), ...u32(0), ...u32(0)];
    yield placed(bytes(u32(0x0403_4b50), COMMON, unknown, u16(name.length), u16(0), name));

    const packed = new Packed();
    const before = offset;
    for await (const chunk of packed.chunks(content)) yield placed(chunk);
    const sizes = [...u32(packed.crc), ...u32(offset - before), ...u32(packed.size)];
    yield placed(bytes(u32(0x0807_4b50), sizes));

    count += 1;
    const noExtras = [...u16(0), ...u16(0), ...u16(0), ...u16(0), ...u32(0)];
    directory.push(...u32(0x0201_4b50), ...u16(20), ...COMMON, ...sizes, ...u16(name.length));
    directory.push(...noExtras, ...u32(start), ...name);
  }
  const end = [u32(0x0605_4b50), u32(0), u16(count), u16(count), u32(directory.length)];
  yield placed(bytes(directory, ...end, u32(offset), u16(0)));
}

const GZIP_HEADER = 10;
const GZIP_TRAILER = 8;

/**
 * Deflates by the platform's gzip, which works beside this thread and counts what a ZIP needs: its
 * last eight bytes are the checksum and the size of the content.
 */
class Packed {
  crc = 0;
  size = 0;

  async *chunks(content: AsyncGenerator<Bytes>): AsyncGenerator<Bytes> {
    let header = GZIP_HEADER;
    let held: Bytes = new Uint8Array();
    for await (const chunk of through(new CompressionStream('gzip'), content)) {
      const body = chunk.subarray(header);
      header -= chunk.length - body.length;
      const all = new Uint8Array(held.length + body.length);
      all.set(held);
      all.set(body, held.length);
      const known = Math.max(0, all.length - GZIP_TRAILER);
      if (known > 0) yield all.subarray(0, known);
      held = all.slice(known);
    }
    const trailer = new DataView(held.buffer);
    this.crc = trailer.getUint32(0, true);
    this.size = trailer.getUint32(4, true);
  }
}

const bytes = (...parts: (readonly number[])[]) => Uint8Array.from(parts.flat());

function u16(value: number): number[] {
  return [value & 0xff, value >>> 8];
}

function u32(value: number): number[] {
  return [...u16(value & 0xffff), ...u16(value >>> 16)];
}
