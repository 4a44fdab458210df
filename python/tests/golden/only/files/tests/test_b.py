def test_third():
    pass
