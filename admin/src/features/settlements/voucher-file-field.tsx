/** The paper of a voucher: sent at once, known by its id afterwards. */
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { sendFile } from "../../lib/files";
import { asRefused } from "../../lib/refused";
import type { Refused } from "../../lib/refused";
import { Icon } from "../../ui/icons";
import { RefusalNote } from "../../ui/refusal-note";
import { Tag } from "../../ui/tag";

interface VoucherFileFieldProps {
  id?: string;
  value?: string;
  onChange?: (file_id: string) => void;
}

/** A form control: its value is the id of the kept file. */
export function VoucherFileField({ id, value, onChange }: VoucherFileFieldProps) {
  const { t } = useTranslation();
  const [isSending, setIsSending] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const keep = async (file: File | undefined) => {
    if (!file) return;
    setRefused(null);
    setIsSending(true);
    try {
      const kept = await sendFile("POST /cooperative/voucher-files", file);
      onChange?.(kept.file_id);
    } catch (thrown) {
      setRefused(asRefused(thrown));
    }
    setIsSending(false);
  };
  return (
    <>
      {refused && <RefusalNote refused={refused} />}
      <label className="file-pick">
        <Icon name="plus" /> {isSending ? t("reconcile.importing") : t("settlement.filePick")}
        {value && <Tag tone="done">{t("settlement.fileKept")}</Tag>}
        <input
          id={id}
          type="file"
          disabled={isSending}
          accept="image/jpeg,image/png,image/webp,application/pdf"
          onChange={({ target }) => {
            void keep(target.files?.[0]);
            target.value = "";
          }}
        />
      </label>
    </>
  );
}
