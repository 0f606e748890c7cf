/** Taking the one file out of a multipart body. */
import { fileOf } from "../../../backend/src/api/_multipart";

async function bodyOf(form: FormData): Promise<{ body: Buffer; type: string }> {
  const request = new Request("http://localhost/", { method: "POST", body: form });
  const body = Buffer.from(await request.arrayBuffer());
  return { body, type: request.headers.get("content-type") ?? "" };
}

const bytes = Buffer.from([0, 13, 10, 45, 45, 255, 13, 10, 0]);

describe("a multipart body", () => {
  it("gives its file byte for byte, also among other fields", async () => {
    const form = new FormData();
    form.append("note", "file");
    form.append("file", new Blob([bytes], { type: "image/png" }), "橙子.png");
    form.append("last", "x");
    const { body, type } = await bodyOf(form);
    expect(fileOf(body, type, "file")).toEqual(bytes);
  });

  it("gives nothing for a field of text under that name", async () => {
    const form = new FormData();
    form.append("file", "not a file");
    const { body, type } = await bodyOf(form);
    expect(fileOf(body, type, "file")).toBeNull();
  });

  it.each(["", "application/json", "multipart/form-data", "multipart/form-data; boundary=other"])(
    "is none under the type %o",
    async (type) => {
      const form = new FormData();
      form.append("file", new Blob([bytes]), "a.png");
      const { body } = await bodyOf(form);
      expect(fileOf(body, type, "file")).toBeNull();
    },
  );

  it("that breaks off has no file", async () => {
    const form = new FormData();
    form.append("file", new Blob([bytes]), "a.png");
    const { body, type } = await bodyOf(form);
    expect(fileOf(body.subarray(0, body.length - 40), type, "file")).toBeNull();
  });
});
