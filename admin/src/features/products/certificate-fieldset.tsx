/** Certificates with their days. */
import { Form, Input } from "antd";
import { useTranslation } from "react-i18next";

import { DayField } from "../../ui/day-field";
import { FormLines } from "../../ui/form-lines";

const MOST = 10;

/** One line for each certificate; none is needed. */
export function CertificateFieldset() {
  const { t } = useTranslation();
  const required = [{ required: true, whitespace: true, message: t("field.required") }];
  return (
    <fieldset className="group">
      <legend>{t("product.certificates")}</legend>
      <FormLines
        name="certificates"
        least={0}
        most={MOST}
        add={t("product.addCertificate")}
        labelOf={(n) => t("product.certificateN", { n })}
        dropOf={(n) => t("product.dropCertificate", { n })}
      >
        {(index) => (
          <>
            {" "}
            <Form.Item name={[index, "kind"]} label={t("product.certKind")} rules={required}>
              <Input maxLength={40} />
            </Form.Item>
            <Form.Item name={[index, "number"]} label={t("product.certNumber")} rules={required}>
              <Input maxLength={60} />
            </Form.Item>
            <Form.Item name={[index, "issued_on"]} label={t("product.certIssued")} rules={required}>
              <DayField />
            </Form.Item>
            <Form.Item name={[index, "valid_to"]} label={t("product.certValid")}>
              <DayField />
            </Form.Item>
          </>
        )}
      </FormLines>
    </fieldset>
  );
}
