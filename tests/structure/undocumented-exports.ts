import * as ts from 'typescript';

import type { SourceFile } from './source-files';

/** Every exported declaration of a file that has no doc comment of at least three words, as `file:line name`. */
export function undocumentedExports(file: SourceFile): string[] {
  const source = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest, true);
  const exportedBelow = namesExportedBelow(source);
  return source.statements
    .filter((statement) => isExported(statement, exportedBelow))
    .filter((statement) => !isDocumented(statement))
    .map((statement) => {
      const { line } = source.getLineAndCharacterOfPosition(statement.getStart());
      return `${file.path}:${line + 1} ${namesOf(statement).join(', ')}`;
    });
}

/** What `export { a, b }` names; with `from` it is documented where it is declared. */
function namesExportedBelow(source: ts.SourceFile): ReadonlySet<string> {
  const lists = source.statements
    .filter(ts.isExportDeclaration)
    .filter((statement) => statement.moduleSpecifier === undefined)
    .map((statement) => statement.exportClause)
    .filter((clause) => clause !== undefined && ts.isNamedExports(clause));
  return new Set(lists.flatMap((list) => list.elements.map((name) => (name.propertyName ?? name.name).text)));
}

function isExported(statement: ts.Statement, exportedBelow: ReadonlySet<string>): boolean {
  const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
  if (modifiers.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword)) return true;
  return namesOf(statement).some((name) => exportedBelow.has(name));
}

/** Overloads share the comment of the first; each has its own here, which is how editors show them. */
function isDocumented(statement: ts.Statement): boolean {
  return ts
    .getJSDocCommentsAndTags(statement)
    .filter(ts.isJSDoc)
    .some((comment) => (ts.getTextOfJSDocComment(comment.comment) ?? '').trim().split(/\s+/).length >= 3);
}

function namesOf(statement: ts.Statement): string[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map((declaration) => declaration.name.getText());
  }
  const isNamed =
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement) ||
    ts.isEnumDeclaration(statement);
  return isNamed && statement.name !== undefined ? [statement.name.text] : [];
}
