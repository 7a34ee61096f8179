import { forwardRef, type ComponentPropsWithoutRef, type JSX, type Ref } from "react";
interface Own extends ComponentPropsWithoutRef<"input"> { invalid?: boolean }
export function TextField({ invalid, ...rest }: Own & { ref?: Ref<HTMLInputElement> }): JSX.Element { return <input aria-invalid={invalid} {...rest} />; }
export declare const unused: typeof forwardRef | JSX.Element | Ref<unknown>;
export type Tone = "info" | "warn";
export declare function notify(text: string, tone?: Tone): void;
