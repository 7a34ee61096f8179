import type { JSX } from "react";
export interface DatePickerProps { value?: Date; onChange(value: Date): void; locale?: string }
export function DatePicker({ value }: DatePickerProps): JSX.Element { return <input defaultValue={value?.toISOString()} />; }
