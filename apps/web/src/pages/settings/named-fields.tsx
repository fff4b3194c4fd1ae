import { useTranslation } from 'react-i18next';
import { Input } from '../../design/field.js';

/** Name and key of a new thing, each with its own refusal. */
export const NamedFields = <Form extends { name: string; key: string }>(props: {
  form: Form;
  write: { errorOf: (field: string) => string | undefined };
  onChange: (form: Form) => void;
}) => {
  const { t } = useTranslation();
  const { form, write } = props;
  return (
    <>
      <Input
        label={t('common.name')}
        required
        value={form.name}
        error={write.errorOf('name')}
        onChange={(event) => props.onChange({ ...form, name: event.target.value })}
      />
      <Input
        label={t('common.key')}
        hint={t('common.keyHint')}
        required
        value={form.key}
        error={write.errorOf('key')}
        onChange={(event) => props.onChange({ ...form, key: event.target.value })}
      />
    </>
  );
};
