import { forwardRef, type ComponentPropsWithoutRef, type JSX, type Ref } from "react";
interface Own extends ComponentPropsWithoutRef<"input"> { invalid?: boolean }
export const TextField = forwardRef<HTMLInputElement, Own>(function TextField(props, ref) { return <input {...props} ref={ref} />; });
export declare const unused: typeof forwardRef | JSX.Element | Ref<unknown>;
export type Tone = "info" | "warn";
export declare function notify(text: string, tone?: Tone): void;
