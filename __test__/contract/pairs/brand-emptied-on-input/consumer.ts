import { render } from "./surface";
declare const html: Parameters<typeof render>[0];
render(html);
