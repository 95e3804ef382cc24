"""Word files: all their text in order, lists and headings told apart, nothing that Word itself would not show."""

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from loftdb.files.documents import word
from tests.files.documents.making import TEXT, raw_word, zipped
from tests.files.documents.making import word as made


def p(text: str, properties: str = "") -> str:
    return f"<w:p>{properties and f'<w:pPr>{properties}</w:pPr>'}<w:r><w:t>{text}</w:t></w:r></w:p>"


def read(body: str) -> str:
    return word.text_of(raw_word(body))


def test_a_document_of_every_part_is_read_in_order() -> None:
    document = docx.Document()
    document.add_heading("Medborgarlöfte 2025–2026", 0)
    document.add_paragraph("Löftet gäller två år.")
    document.add_heading("Polisen lovar att", 1)
    document.add_paragraph("genomföra 80 trafikkontroller", style="List Bullet")
    document.add_paragraph("fotpatrullera", style="List Number")
    table = document.add_table(2, 2)
    for cell, text in zip(
        (c for row in table.rows for c in row.cells), ("Vad", "Antal", "Krogtillsyn", "4"), strict=True
    ):
        cell.text = text
    document.add_paragraph("Slut")
    assert word.text_of(made(document)) == (
        "Medborgarlöfte 2025–2026\n\nLöftet gäller två år.\n\nPolisen lovar att\n\n"
        "• genomföra 80 trafikkontroller\n• fotpatrullera\nVad | Antal\nKrogtillsyn | 4\n\nSlut"
    )


def test_headers_footers_and_comments_are_no_content() -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Sidhuvud"
    document.sections[0].footer.paragraphs[0].text = "Sida 1"
    document.add_paragraph(TEXT)
    assert word.text_of(made(document)) == TEXT


def test_a_numbered_heading_is_a_heading_and_a_paragraph_can_leave_its_list() -> None:
    document = docx.Document()
    heading = document.add_heading("Trafik", 1)
    heading._p.get_or_add_pPr().append(parse_xml(f'<w:numPr {nsdecls("w")}><w:numId w:val="1"/></w:numPr>'))
    left = document.add_paragraph("Utan punkt", style="List Bullet")
    left._p.get_or_add_pPr().append(parse_xml(f'<w:numPr {nsdecls("w")}><w:numId w:val="0"/></w:numPr>'))
    assert word.text_of(made(document)) == "Trafik\n\nUtan punkt"


def test_content_controls_are_read() -> None:
    control = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
    inline = f"<w:p>{control.format('<w:r><w:t>två</w:t></w:r>')}</w:p>"
    assert read(control.format(p("ett")) + inline) == "ett\n\ntvå"


def test_changes_are_read_as_accepted() -> None:
    run = "<w:r><w:t>{}</w:t></w:r>"
    changed = (
        f"<w:p>{run.format('minst ')}<w:del><w:r><w:delText>10</w:delText></w:r></w:del>"
        f"<w:ins>{run.format('20')}</w:ins><w:moveFrom>{run.format('x')}</w:moveFrom></w:p>"
    )
    assert read(changed) == "minst 20"


def test_hidden_text_and_field_codes_are_not_read() -> None:
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>dold</w:t></w:r>"
    shown = '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>syns</w:t></w:r>'
    field = "<w:r><w:instrText>HYPERLINK x</w:instrText></w:r>"
    assert read(f"<w:p>{hidden}{field}{shown}</w:p>") == "syns"


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    box = f"<w:txbxContent>{p('i rutan')}</w:txbxContent>"
    drawn = f"<w:drawing><wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp></w:drawing>"
    fallback = f"<w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict>"
    choice = f"<mc:Choice>{drawn}</mc:Choice><mc:Fallback>{fallback}</mc:Fallback>"
    both = f"<mc:AlternateContent>{choice}</mc:AlternateContent>"
    assert read(f"<w:p><w:r><w:t>före</w:t></w:r><w:r>{both}</w:r></w:p>") == "före\n\ni rutan"
    assert read(f"<w:p><w:r>{fallback}</w:r></w:p>") == "i rutan"


def test_breaks_tabs_and_hyphens_are_characters() -> None:
    run = "<w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>A</w:t><w:noBreakHyphen/><w:t>traktor</w:t><w:softHyphen/>"
    assert read(f"<w:p><w:r>{run}</w:r></w:p>") == "a b\nA-traktor"


def test_a_cell_of_several_paragraphs_keeps_its_lines() -> None:
    cell = "<w:tc>{}</w:tc>"
    item = p("ett", '<w:numPr><w:numId w:val="1"/></w:numPr>')
    assert read(f"<w:tbl><w:tr>{cell.format(p('A'))}{cell.format(item + item)}</w:tr></w:tbl>") == "A\n\n• ett\n• ett"


def test_a_table_in_a_table_is_read_once() -> None:
    inner = f"<w:tbl><w:tr><w:tc>{p('inre')}</w:tc></w:tr></w:tbl>"
    assert read(f"<w:tbl><w:tr><w:tc>{p('A')}{inner}</w:tc></w:tr></w:tbl>") == "A\n\ninre"


def test_the_contents_of_a_long_document_are_left_out() -> None:
    styles = (
        b'<w:styles xmlns:w="x"><w:style w:styleId="Innehll1"><w:name w:val="toc 1"/></w:style>'
        b'<w:style w:styleId="a"><w:basedOn w:val="b"/></w:style>'
        b'<w:style w:styleId="b"><w:basedOn w:val="a"/></w:style>'
        b"</w:styles>"
    )
    body = p("Trafik 3", '<w:pStyle w:val="Innehll1"/>') + p("text", '<w:pStyle w:val="a"/>')
    assert word.text_of(raw_word(body, **{"word/styles.xml": styles})) == "text"


def test_a_file_in_word_s_strict_form_is_read() -> None:
    strict = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    document = b'<w:document xmlns:w="%s"><w:body>%s</w:body></w:document>' % (strict, p(TEXT).encode())
    assert word.text_of(zipped({"word/document2.xml": document})) == TEXT
