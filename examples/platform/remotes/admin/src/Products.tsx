import { usePlatform } from "@platform/context";
import { type FormEvent, type ReactNode, useEffect, useState } from "react";
import { changeProduct, createProduct, getProduct, listProducts, type Product } from "./api/catalog";
import { configure } from "./api/catalog-fetch";
import "./products.css";

declare const RELEASE: string;

/** The organization's products, to read and to change, through the API of this remote's own. */
export default function Products(): ReactNode {
  const platform = usePlatform();
  const [products, setProducts] = useState<Product[]>();
  const [problem, setProblem] = useState<string>();
  // For whoever is there now; the client itself is of this module.
  configure(platform.api("admin"));

  const show = async () => setProducts((await listProducts({ limit: 50, archived: false })).data.items);
  const after = (work: Promise<unknown>) =>
    work.then(show).then(
      () => setProblem(undefined),
      (error: unknown) => setProblem(error instanceof Error ? error.message : String(error)),
    );
  useEffect(() => void after(Promise.resolve()), [platform.orgId]);

  const add = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const priceCents = Math.round(Number(data.get("price")) * 100);
    after(createProduct({ name: String(data.get("name")), priceCents }).then(() => form.reset()));
  };
  const archive = async ({ id }: Product) => {
    // Whoever changed it meanwhile is not overruled.
    const { headers } = await getProduct(id);
    await changeProduct(id, { archived: true }, { "if-match": headers.get("etag") ?? "" });
  };

  return (
    <section className="products" data-release={RELEASE} data-org={platform.orgId}>
      <h1>Products</h1>
      {problem !== undefined && <p role="alert">{problem}</p>}
      <form onSubmit={add}>
        <label>
          Product <input name="name" required maxLength={200} />
        </label>
        <label>
          Price in € <input name="price" type="number" min="0" step="0.01" required />
        </label>
        <button type="submit">Add</button>
      </form>
      {products === undefined ? (
        <p aria-busy="true">Loading…</p>
      ) : (
        <ul>
          {products.map((product) => (
            <li key={product.id}>
              <span>{product.name}</span>
              <span>{euros(product.priceCents)}</span>
              <button type="button" onClick={() => after(archive(product))}>
                Archive
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function euros(cents: number): string {
  return new Intl.NumberFormat("en", { style: "currency", currency: "EUR" }).format(cents / 100);
}
