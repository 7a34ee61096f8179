import { useQuery, useRefetch } from "./surface";
export function name(): string {
  useRefetch()(["x"]);
  const q = useQuery(["u"], async () => ({ name: "n" }));
  switch (q.status) {
    case "pending": return "";
    case "error": return q.error.message;
    case "success": return q.data.name;
  }
}
