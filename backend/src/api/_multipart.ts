/** The one thing that is read of a multipart body: the bytes of a named file. Pure. */

const LINE = "\r\n";
const HEAD_END = Buffer.from(LINE + LINE);

/**
 * Finds a file in a multipart body.
 *
 * @param body the whole body
 * @param contentType header of the request, with the boundary
 * @param field name of the form field
 * @returns the file's bytes; null when there is no such file or the body is no multipart body
 * @source RFC 7578, RFC 2046 section 5.1
 */
export function fileOf(body: Buffer, contentType: string, field: string): Buffer | null {
  const boundary = /^multipart\/form-data;.*\bboundary=(?:"([^"]{1,70})"|([^\s;]{1,70}))/i.exec(
    contentType,
  );
  const name = boundary?.[1] ?? boundary?.[2];
  if (name === undefined) return null;
  const mark = Buffer.from(`--${name}`);
  let start = body.indexOf(mark);
  while (start >= 0) {
    const from = start + mark.length + LINE.length;
    const end = body.indexOf(Buffer.from(`${LINE}--${name}`), from - LINE.length);
    const headEnd = body.indexOf(HEAD_END, from);
    if (end < 0 || headEnd < 0 || headEnd > end) return null;
    const head = body.subarray(from, headEnd).toString("utf8");
    if (isFile(head, field)) return body.subarray(headEnd + HEAD_END.length, end);
    start = end + LINE.length;
  }
  return null;
}

function isFile(head: string, field: string): boolean {
  const disposition = /^content-disposition:\s*form-data;(.*)$/im.exec(head)?.[1] ?? "";
  const name = /(?:^|;)\s*name="([^"]*)"/i.exec(disposition)?.[1];
  return name === field && /(?:^|;)\s*filename\*?=/i.test(disposition);
}
