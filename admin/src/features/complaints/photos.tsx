/** The photos of a complaint: private, so they are fetched with the login and shown from memory. */
import { useQuery } from "@tanstack/react-query";
import type { Complaint } from "@yigou/backend/contract";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

import { fetchFile } from "../../lib/api";

/** All of them. */
export function Photos({ complaint }: { complaint: Complaint }) {
  if (complaint.photos.length === 0) return null;
  return (
    <span className="photo-row">
      {complaint.photos.map(({ id }, at) => (
        <Photo key={id} id={complaint.id} photo_id={id} number={at + 1} />
      ))}
    </span>
  );
}

function Photo({ id, photo_id, number }: { id: string; photo_id: string; number: number }) {
  const { t } = useTranslation();
  const key = "GET /cooperative/complaints/:id/photos/:photo_id";
  const query = useQuery({
    queryKey: [key, photo_id],
    queryFn: () => fetchFile(key, { params: { id, photo_id } }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const src = useAddressOf(query.data?.blob);
  if (src === null) return <span className="photo" aria-hidden />;
  return (
    <a href={src} target="_blank" rel="noreferrer">
      <img className="photo" src={src} alt={t("complaints.photo", { n: number })} />
    </a>
  );
}

/** An address for bytes in memory, given back when they are shown no more. */
function useAddressOf(blob: Blob | undefined): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (!blob) return undefined;
    const made = URL.createObjectURL(blob);
    setAddress(made);
    return () => {
      URL.revokeObjectURL(made);
    };
  }, [blob]);
  return address;
}
