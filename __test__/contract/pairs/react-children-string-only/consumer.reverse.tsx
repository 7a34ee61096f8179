import { Markdown, MarkdownToolbar } from "./surface";
export const v = <><MarkdownToolbar /><Markdown>Hello **you**</Markdown></>;
