import { walkTree } from "./surface";
walkTree({ value: 1, collapsed: true }, n => n.collapsed);
