/** A form in a dialog: sends, says what was done, and puts a refusal at the field that it names. */
import { useMutation } from "@tanstack/react-query";
import type { Fen } from "@yigou/backend/contract";
import { App, Form, Modal } from "antd";
import type { FormProps } from "antd";
import type { ReactNode } from "react";

import { showAtField } from "../lib/field-errors";
import { asRefused } from "../lib/refused";

import { Money } from "./money";
import { RefusalNote, useRefusalText } from "./refusal-note";

interface FormDialogProps<Fields extends object> {
  title: string;
  okText: string;
  isDangerous?: boolean;
  /** Whether there is nothing to send. */
  isOff?: boolean;
  width?: number;
  initialValues?: FormProps<Fields>["initialValues"];
  /** Sends; answers with what is then said, or throws the refusal. */
  onSend: (fields: Fields) => Promise<string>;
  onClose: () => void;
  /** After sending; closes when omitted. */
  onDone?: () => void;
  /** What stands before the fields. */
  top?: ReactNode;
  children?: ReactNode;
}

/** The dialog. */
export function FormDialog<Fields extends object>(props: FormDialogProps<Fields>) {
  const { title, okText, isDangerous = false, isOff = false, width, initialValues } = props;
  const { onSend, onClose, onDone = onClose, top, children } = props;
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const sentence = useRefusalText();
  const sending = useMutation({
    mutationFn: onSend,
    onSuccess: (done) => {
      void message.success(done);
      onDone();
    },
    onError: (thrown) => {
      const refused = asRefused(thrown);
      showAtField(form, refused, sentence(refused).first);
    },
  });
  return (
    <Modal
      open
      title={title}
      okText={okText}
      okButtonProps={{ danger: isDangerous, disabled: isOff }}
      confirmLoading={sending.isPending}
      onOk={form.submit}
      onCancel={onClose}
      {...(width === undefined ? {} : { width })}
    >
      {sending.error && <RefusalNote refused={asRefused(sending.error)} />}
      {top}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={initialValues}
        onFinish={(fields) => {
          sending.mutate(fields);
        }}
      >
        {children}
      </Form>
    </Modal>
  );
}

/** The amount that a dialog is about, with what it is. */
export function DialogAmount({ fen, children }: { fen: Fen; children: ReactNode }) {
  return (
    <p className="pay-amount">
      <Money fen={fen} />
      <small>{children}</small>
    </p>
  );
}
