import { withLocale, type Injected } from "./surface";
const A = withLocale<{ name: string }>((p) => <b>{p.locale}{p.name}</b>);
const B = withLocale(({ locale }: Injected) => <i>{locale}</i>);
export const a = [<A key="1" name="x" />, <B key="2" />];
