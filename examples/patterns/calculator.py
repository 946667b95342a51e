# /// script
# requires-python = ">=3.11"
# ///
import ast
from ast import Add, BinOp, Constant, Div, Mult, Sub, UnaryOp, USub


def value(node: ast.AST) -> float:
    match node:
        case ast.Expression(body):
            return value(body)
        case Constant(int(n) | float(n)) if not isinstance(n, bool):
            return n
        case UnaryOp(USub(), operand):
            return -value(operand)
        case BinOp(left, Add(), right):
            return value(left) + value(right)
        case BinOp(left, Sub(), right):
            return value(left) - value(right)
        case BinOp(left, Mult(), right):
            return value(left) * value(right)
        case BinOp(left, Div(), right):
            return value(left) / value(right)
    raise ValueError(f"not allowed: {ast.unparse(node)}")


for text in [
    "2 + 3 * 4",
    "-(1 + 2) / 4",
    "exit()",
    "2 ** 99",
    "True + 1",
]:
    try:
        print(f"{text} = {value(ast.parse(text, mode='eval'))}")
    except ValueError as error:
        print(error)
