/**
 * Generated from the OpenAPI document by Orval; do not edit.
 */
import { catalogFetch } from './catalog-fetch.ts';
/**
 * A problem document (RFC 9457). `code` keeps its meaning; `detail` is for people.
 */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
}

export interface Product {
  id: string;
  /**
   * @minLength 1
   * @maxLength 200
   * @pattern ^[^\u0000-\u001f\u007f]*$
   */
  name: string;
  /**
   * @minimum 0
   * @maximum 1000000000
   */
  priceCents: number;
  archived: boolean;
  updatedAt: string;
}

export type ListProductsParams = {
/**
 * `next` of the page before.
 */
after?: string;
/**
 * @minimum 1
 * @maximum 100
 */
limit?: number;
/**
 * Only those that are, or are not, archived.
 */
archived?: boolean;
/**
 * The organization of the access token. Another one is refused.
 * @maxLength 100
 */
orgId?: string;
};

export type ListProducts200Next = string | null;

export type ListProducts200 = {
  items: Product[];
  next: ListProducts200Next;
};

export type CreateProductParams = {
/**
 * The organization of the access token. Another one is refused.
 * @maxLength 100
 */
orgId?: string;
};

export type CreateProductBody = {
  /**
   * @minLength 1
   * @maxLength 200
   * @pattern ^[^\u0000-\u001f\u007f]*$
   */
  name: string;
  /**
   * @minimum 0
   * @maximum 1000000000
   */
  priceCents: number;
  archived?: boolean;
  /**
   * The organization of the access token. Another one is refused.
   * @maxLength 100
   */
  orgId?: string;
};

export type GetProductParams = {
/**
 * The organization of the access token. Another one is refused.
 * @maxLength 100
 */
orgId?: string;
};

export type ChangeProductParams = {
/**
 * The organization of the access token. Another one is refused.
 * @maxLength 100
 */
orgId?: string;
};

export type ChangeProductHeaders = {
/**
 * The `ETag` that the product was read with, or `*` (RFC 9110, section 13.1.1).
 * @maxLength 200
 */
'if-match': string;
};

export type ChangeProductBody = {
  /**
   * @minLength 1
   * @maxLength 200
   * @pattern ^[^\u0000-\u001f\u007f]*$
   */
  name?: string;
  /**
   * @minimum 0
   * @maximum 1000000000
   */
  priceCents?: number;
  archived?: boolean;
  /**
   * The organization of the access token. Another one is refused.
   * @maxLength 100
   */
  orgId?: string;
};

export type RemoveProductParams = {
/**
 * The organization of the access token. Another one is refused.
 * @maxLength 100
 */
orgId?: string;
};

export type RemoveProductHeaders = {
/**
 * The `ETag` that the product was read with, or `*` (RFC 9110, section 13.1.1).
 * @maxLength 200
 */
'if-match'?: string;
};

/**
 * @summary Products by id, a page at a time
 */
export type listProductsResponse200 = {
  data: ListProducts200
  status: 200
}

export type listProductsResponse400 = {
  data: Problem
  status: 400
}

export type listProductsResponse401 = {
  data: Problem
  status: 401
}

export type listProductsResponse403 = {
  data: Problem
  status: 403
}

export type listProductsResponse429 = {
  data: Problem
  status: 429
}

export type listProductsResponse503 = {
  data: Problem
  status: 503
}
    
export type listProductsResponseSuccess = (listProductsResponse200) & {
  headers: Headers;
};
export type listProductsResponseError = (listProductsResponse400 | listProductsResponse401 | listProductsResponse403 | listProductsResponse429 | listProductsResponse503) & {
  headers: Headers;
};

export const getListProductsUrl = (params?: ListProductsParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {
    
    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : value.toString())
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/products?${stringifiedParams}` : `/products`
}

export const listProducts = async (params?: ListProductsParams, options?: RequestInit): Promise<listProductsResponseSuccess> => {
  
  return catalogFetch<listProductsResponseSuccess>(getListProductsUrl(params),
  {      
    ...options,
    method: 'GET'
    
    
  }
);}



/**
 * @summary A new product
 */
export type createProductResponse201 = {
  data: Product
  status: 201
}

export type createProductResponse400 = {
  data: Problem
  status: 400
}

export type createProductResponse401 = {
  data: Problem
  status: 401
}

export type createProductResponse403 = {
  data: Problem
  status: 403
}

export type createProductResponse429 = {
  data: Problem
  status: 429
}

export type createProductResponse503 = {
  data: Problem
  status: 503
}
    
export type createProductResponseSuccess = (createProductResponse201) & {
  headers: Headers;
};
export type createProductResponseError = (createProductResponse400 | createProductResponse401 | createProductResponse403 | createProductResponse429 | createProductResponse503) & {
  headers: Headers;
};

export const getCreateProductUrl = (params?: CreateProductParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {
    
    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : value.toString())
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/products?${stringifiedParams}` : `/products`
}

export const createProduct = async (createProductBody: CreateProductBody,
    params?: CreateProductParams, options?: RequestInit): Promise<createProductResponseSuccess> => {
  
  return catalogFetch<createProductResponseSuccess>(getCreateProductUrl(params),
  {      
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...options?.headers },
    body: JSON.stringify(
      createProductBody,)
  }
);}



/**
 * @summary One product
 */
export type getProductResponse200 = {
  data: Product
  status: 200
}

export type getProductResponse400 = {
  data: Problem
  status: 400
}

export type getProductResponse401 = {
  data: Problem
  status: 401
}

export type getProductResponse403 = {
  data: Problem
  status: 403
}

export type getProductResponse404 = {
  data: Problem
  status: 404
}

export type getProductResponse429 = {
  data: Problem
  status: 429
}

export type getProductResponse503 = {
  data: Problem
  status: 503
}
    
export type getProductResponseSuccess = (getProductResponse200) & {
  headers: Headers;
};
export type getProductResponseError = (getProductResponse400 | getProductResponse401 | getProductResponse403 | getProductResponse404 | getProductResponse429 | getProductResponse503) & {
  headers: Headers;
};

export const getGetProductUrl = (id: string,
    params?: GetProductParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {
    
    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : value.toString())
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/products/${encodeURIComponent(id)}?${stringifiedParams}` : `/products/${encodeURIComponent(id)}`
}

export const getProduct = async (id: string,
    params?: GetProductParams, options?: RequestInit): Promise<getProductResponseSuccess> => {
  
  return catalogFetch<getProductResponseSuccess>(getGetProductUrl(id,params),
  {      
    ...options,
    method: 'GET'
    
    
  }
);}



/**
 * @summary Changes what is named, if the product is still the one that was read
 */
export type changeProductResponse200 = {
  data: Product
  status: 200
}

export type changeProductResponse400 = {
  data: Problem
  status: 400
}

export type changeProductResponse401 = {
  data: Problem
  status: 401
}

export type changeProductResponse403 = {
  data: Problem
  status: 403
}

export type changeProductResponse404 = {
  data: Problem
  status: 404
}

export type changeProductResponse412 = {
  data: Problem
  status: 412
}

export type changeProductResponse428 = {
  data: Problem
  status: 428
}

export type changeProductResponse429 = {
  data: Problem
  status: 429
}

export type changeProductResponse503 = {
  data: Problem
  status: 503
}
    
export type changeProductResponseSuccess = (changeProductResponse200) & {
  headers: Headers;
};
export type changeProductResponseError = (changeProductResponse400 | changeProductResponse401 | changeProductResponse403 | changeProductResponse404 | changeProductResponse412 | changeProductResponse428 | changeProductResponse429 | changeProductResponse503) & {
  headers: Headers;
};

export const getChangeProductUrl = (id: string,
    params?: ChangeProductParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {
    
    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : value.toString())
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/products/${encodeURIComponent(id)}?${stringifiedParams}` : `/products/${encodeURIComponent(id)}`
}

export const changeProduct = async (id: string,
    changeProductBody: ChangeProductBody,
    headers: ChangeProductHeaders,
    params?: ChangeProductParams, options?: RequestInit): Promise<changeProductResponseSuccess> => {
  
  return catalogFetch<changeProductResponseSuccess>(getChangeProductUrl(id,params),
  {      
    ...options,
    method: 'PATCH',
    headers: { 'Content-Type': 'application/json',...headers, ...options?.headers },
    body: JSON.stringify(
      changeProductBody,)
  }
);}



/**
 * @summary Removes a product; with `If-Match`, only if it is still the one that was read
 */
export type removeProductResponse204 = {
  data: void
  status: 204
}

export type removeProductResponse400 = {
  data: Problem
  status: 400
}

export type removeProductResponse401 = {
  data: Problem
  status: 401
}

export type removeProductResponse403 = {
  data: Problem
  status: 403
}

export type removeProductResponse404 = {
  data: Problem
  status: 404
}

export type removeProductResponse412 = {
  data: Problem
  status: 412
}

export type removeProductResponse429 = {
  data: Problem
  status: 429
}

export type removeProductResponse503 = {
  data: Problem
  status: 503
}
    
export type removeProductResponseSuccess = (removeProductResponse204) & {
  headers: Headers;
};
export type removeProductResponseError = (removeProductResponse400 | removeProductResponse401 | removeProductResponse403 | removeProductResponse404 | removeProductResponse412 | removeProductResponse429 | removeProductResponse503) & {
  headers: Headers;
};

export const getRemoveProductUrl = (id: string,
    params?: RemoveProductParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {
    
    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : value.toString())
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/products/${encodeURIComponent(id)}?${stringifiedParams}` : `/products/${encodeURIComponent(id)}`
}

export const removeProduct = async (id: string,
    params?: RemoveProductParams,
    headers?: RemoveProductHeaders, options?: RequestInit): Promise<removeProductResponseSuccess> => {
  
  return catalogFetch<removeProductResponseSuccess>(getRemoveProductUrl(id,params),
  {      
    ...options,
    method: 'DELETE',
    headers: { ...headers, ...options?.headers }
    
  }
);}
