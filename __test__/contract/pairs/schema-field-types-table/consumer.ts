import { fieldTypes, parseField } from "./surface";
parseField("date", "x")?.getTime(); parseField("text", "x")?.trim(); fieldTypes().map((t) => parseField(t, "1"));
