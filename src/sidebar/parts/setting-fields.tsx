/** The workbook's settings as fields, in the schema's own words. */
import type { SetupSetting } from "../../addon/rpc.ts";
import type { TypedTexts } from "../server.ts";
import { Field } from "./field.tsx";

type Props = {
  readonly settings: readonly SetupSetting[];
  readonly typed: TypedTexts;
  readonly onTyped: (typed: TypedTexts) => void;
  /** What is wrong, by key. */
  readonly wrong?: TypedTexts;
};

/** Shows the fields. */
export function SettingFields({ settings, typed, onTyped, wrong = {} }: Props) {
  return (
    <>
      {settings.map(({ key, name, help, kind, value }) => (
        <Field
          key={key}
          label={name}
          help={help}
          value={typed[key] ?? value}
          wrong={wrong[key] ?? ""}
          inputMode={kind === "year" || kind === "count" ? "numeric" : "text"}
          onInput={(text) => onTyped({ ...typed, [key]: text })}
        />
      ))}
    </>
  );
}
