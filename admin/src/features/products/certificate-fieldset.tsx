/** Certificates with their days. */
import { Button, Form, Input } from "antd";
import { useTranslation } from "react-i18next";

import { DayField } from "../../ui/day-field";
import { Icon } from "../../ui/icons";

const MOST = 10;

/** One line for each certificate; none is needed. */
export function CertificateFieldset() {
  const { t } = useTranslation();
  const required = [{ required: true, whitespace: true, message: t("field.required") }];
  return (
    <fieldset className="group">
      <legend>{t("product.certificates")}</legend>
      <Form.List name="certificates">
        {(lines, { add, remove }) => (
          <>
            {lines.map(({ key, name }) => (
              <div
                className="form-line"
                key={key}
                role="group"
                aria-label={t("product.certificateN", { n: name + 1 })}
              >
                <div className="form-row">
                  <Form.Item name={[name, "kind"]} label={t("product.certKind")} rules={required}>
                    <Input maxLength={40} />
                  </Form.Item>
                  <Form.Item
                    name={[name, "number"]}
                    label={t("product.certNumber")}
                    rules={required}
                  >
                    <Input maxLength={60} />
                  </Form.Item>
                  <Form.Item
                    name={[name, "issued_on"]}
                    label={t("product.certIssued")}
                    rules={required}
                  >
                    <DayField />
                  </Form.Item>
                  <Form.Item name={[name, "valid_to"]} label={t("product.certValid")}>
                    <DayField />
                  </Form.Item>
                </div>
                <Button
                  type="text"
                  aria-label={t("product.dropCertificate", { n: name + 1 })}
                  icon={<Icon name="cross" />}
                  onClick={() => {
                    remove(name);
                  }}
                />
              </div>
            ))}
            {lines.length < MOST && (
              <Button
                icon={<Icon name="plus" />}
                onClick={() => {
                  add({});
                }}
              >
                {t("product.addCertificate")}
              </Button>
            )}
          </>
        )}
      </Form.List>
    </fieldset>
  );
}
