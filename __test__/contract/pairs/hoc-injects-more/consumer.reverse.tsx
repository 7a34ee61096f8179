import { withRouter, type RouterProps } from "./surface";
export const C = withRouter((p: RouterProps) => <i>{p.query.get("q")}</i>);
