"""Which blocks of a document belong together on a page."""

from briefing.model.document import Block, Listing, ParagraphRole, Picture, Prose, Table


def remarks_on(block: Block, above: Block | None) -> bool:
    """Tell whether a block is the remark below a table, list or picture, such as how many entries were left out."""
    return (
        isinstance(block, Prose) and block.role is ParagraphRole.NOTE and isinstance(above, Table | Listing | Picture)
    )
