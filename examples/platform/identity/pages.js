/** The page where people sign in, and what it does with what they type. */
export async function signInPage({ provider, directory, request, response }) {
  const { params } = await provider.interactionDetails(request, response);
  if (request.method === "GET") return page(response, { organization: params.organization });
  const form = await formOf(request);
  const person = directory.signIn(form.get("name") ?? "", form.get("password") ?? "");
  if (!person) return page(response, { problem: "Name or password is wrong.", organization: params.organization }, 403);
  if (params.invitation !== undefined && directory.accept(params.invitation, person.name) === undefined) {
    return page(response, { problem: "This invitation was used, or is for somebody else." }, 403);
  }
  const own = directory.organizationsOf(person.name);
  if (params.organization !== undefined && !own.some(({ id }) => id === params.organization)) {
    return page(response, { problem: "You don't belong to this organization." }, 403);
  }
  if (own.length === 0) return page(response, { problem: "You don't belong to any organization." }, 403);
  await provider.interactionFinished(
    request,
    response,
    { login: { accountId: person.name } },
    { mergeWithLastSubmission: false },
  );
}

/** The page where people say that they want to sign out; `form` is the provider's. */
export function signOutPage(ctx, form) {
  ctx.type = "html";
  ctx.set("cache-control", "no-store");
  ctx.body = document(
    `<h1>Sign out</h1>
${form}
<button type="submit" form="op.logoutForm" name="logout" value="yes" autofocus>Sign out</button>`,
    "Sign out",
  );
}

async function formOf(request) {
  let body = "";
  for await (const part of request) {
    body += part;
    if (body.length > 10_000) throw new Error("the form is too long");
  }
  return new URLSearchParams(body);
}

function page(response, { problem, organization }, status = 200) {
  const escaped = (text) => String(text).replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
  response.writeHead(status, {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'",
  });
  response.end(
    document(
      `<h1>Sign in</h1>
${organization === undefined ? "" : `<p>To ${escaped(organization)}</p>`}
${problem === undefined ? "" : `<p role="alert">${escaped(problem)}</p>`}
<form method="post">
<label for="name">Name</label><input id="name" name="name" autocomplete="username" required autofocus>
<label for="password">Password</label><input id="password" name="password" type="password" autocomplete="current-password" required>
<button type="submit">Sign in</button>
</form>`,
      "Sign in",
    ),
  );
}

function document(content, title) {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:22rem;margin:4rem auto;padding:0 1rem}label,input,button{display:block;width:100%;box-sizing:border-box}input{margin:.2rem 0 1rem;padding:.5rem;font:inherit}button{padding:.6rem;font:inherit}[role=alert]{color:#b3261e}</style>
<main>
${content}
</main>
</html>`;
}
