export interface FormProps { onSubmit: (data: FormData) => void; id?: string }
export declare function mountForm(props: FormProps): void;
