import { CancelButton, SubmitButton } from "./surface";
export const v = <><SubmitButton className="x" onClick={e => e.preventDefault()}>Pay</SubmitButton><CancelButton onCancel={() => {}} /></>;
