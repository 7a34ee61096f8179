import { cn } from "./surface";
cn.separator.trim();
