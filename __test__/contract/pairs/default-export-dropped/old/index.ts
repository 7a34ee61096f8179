import type { JSX } from "react";
declare function Button(props: { label: string }): JSX.Element;
export { Button, Button as default };
